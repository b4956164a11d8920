using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Core.Places;

namespace Bot.Core.Moving;

/// <summary>Which of a file's roles may administer here: those that the server has, where somebody may say so.</summary>
internal static class PackedRoles
{
    /// <summary>Of a role's id, in digits.</summary>
    private const int LongestNumber = 20;

    /// <returns>Those that may be given here; none where all of them are left out.</returns>
    public static async Task<IReadOnlyList<PlaceRole>> UnpackAsync(
        UnpackPlan plan,
        PackedPlace packed,
        IReadOnlyList<PlaceRole> given,
        IChatPlatform? platform,
        bool mayGiveRights,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var roles = (packed.Settings?.Roles ?? [])
            .OfType<PackedRole>()
            .Where(r => r is { Id.Length: > 0 and <= LongestNumber } && r.Id.All(char.IsAsciiDigit))
            .DistinctBy(r => r.Id)
            .Select(r => new PlaceRole(r.Id!, OneLine(r.Name ?? r.Id!))) // Others were left out.
            .ToList();
        if (roles.Count == 0 || given.SequenceEqual(roles))
            return roles;
        if (plan.IsFromElsewhere || !mayGiveRights)
        {
            problems.Add(
                new ImportProblem.Roles(roles.Count, plan.IsFromElsewhere ? RoleFault.Elsewhere : RoleFault.NotTheirs)
            );
            return [];
        }

        if (roles.Count > PlaceBook.MostRoles)
        {
            problems.Add(new ImportProblem.Roles(roles.Count - PlaceBook.MostRoles, RoleFault.TooMany));
            roles = roles[..PlaceBook.MostRoles];
        }

        // Where this program does not serve the platform, the operator's file is all that there is.
        return platform is null ? roles : await ThereAsync(roles, plan.Place, platform, problems, cancellation);
    }

    /// <summary>As the server has them now: a role may be gone, or called something else.</summary>
    private static async Task<IReadOnlyList<PlaceRole>> ThereAsync(
        List<PlaceRole> roles,
        Destination place,
        IChatPlatform platform,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var ids = roles.Select(r => r.Id).ToList();
        IReadOnlyList<PlaceRole>? there = null;
        while (there is null && ids.Count > 0)
        {
            switch (await platform.FindRolesAsync(string.Join(", ", ids), place, cancellation))
            {
                case RoleLookup.Found found:
                    // A number may be another role's name.
                    there = [.. found.Roles.Where(r => ids.Contains(r.Id))];
                    break;
                case RoleLookup.Unreachable:
                    problems.Add(new ImportProblem.Roles(roles.Count, RoleFault.Unreachable));
                    return [];
                case RoleLookup.Unknown unknown when ids.Remove(unknown.Written):
                case RoleLookup.Ambiguous ambiguous when ids.Remove(ambiguous.Written):
                    break;
                default:
                    ids.Clear();
                    break;
            }
        }

        there ??= [];
        if (there.Count < roles.Count)
            problems.Add(new ImportProblem.Roles(roles.Count - there.Count, RoleFault.Gone));
        return there;
    }

    private static string OneLine(string name) => GivenName.Of(name, 100) is { Length: > 0 } given ? given : "?";
}
