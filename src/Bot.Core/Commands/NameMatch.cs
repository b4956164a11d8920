using Bot.Core.Spelling;
using Bot.Text.Names;

namespace Bot.Core.Commands;

/// <summary>Whom someone means by a name: without case and accents, by a part of the name, by a role with it, with a small slip.</summary>
internal static class NameMatch
{
    /// <returns>Those that fit best and equally well; empty where none fits.</returns>
    public static IReadOnlyList<Entity> Best(string typed, IEnumerable<Entity> candidates, string text)
    {
        var wanted = Unaccented.Of(typed);
        if (wanted.Length == 0)
            return [];
        var ranked = candidates
            .Select(e => (Entity: e, Distance: Distance(wanted, e, text)))
            .Where(r => r.Distance is not null)
            .ToList();
        var best = ranked.Min(r => r.Distance);
        return [.. ranked.Where(r => r.Distance == best).Select(r => r.Entity)];
    }

    /// <summary>For "Nearest: …": those whose names share most letters with what was typed.</summary>
    public static IEnumerable<Entity> Nearest(string typed, IEnumerable<Entity> candidates, int count)
    {
        var wanted = Unaccented.Of(typed);
        return candidates
            .Select(e => (Entity: e, Slips: Words(e).Min(w => Slips.Count(wanted, w))))
            .Where(r => r.Slips <= Math.Max(3, wanted.Length / 2))
            .OrderBy(r => r.Slips)
            .ThenBy(r => r.Entity.Id)
            .Take(count)
            .Select(r => r.Entity);
    }

    private static int? Distance(string wanted, Entity entity, string text)
    {
        string[] names = [Unaccented.Of(entity.Name), .. entity.Aliases.Select(a => Unaccented.Of(a))];
        if (names[0] == wanted)
            return 0;
        var words = wanted.Split(' ');
        var own = Words(entity).ToHashSet(StringComparer.Ordinal);
        if (names.Contains(wanted, StringComparer.Ordinal) || words.All(own.Contains))
            return 1;
        var roles = entity
            .Roles.SelectMany(r => Unaccented.Of(r.Of(text)).Split(' '))
            .ToHashSet(StringComparer.Ordinal);
        if (words.Any(own.Contains) && words.All(w => own.Contains(w) || roles.Contains(w)))
            return 2;
        var slips = words.Select(w => own.Contains(w) ? 0 : own.Min(o => Slips.Between(w, o))).ToArray();
        return slips.All(s => s is not null) ? 3 + slips.Sum()
            : Slips.Between(wanted, names[0]) is { } whole ? 3 + whole
            : null;
    }

    private static IEnumerable<string> Words(Entity entity) =>
        entity.Aliases.Prepend(entity.Name).SelectMany(n => Unaccented.Of(n).Split(' ')).Where(w => w.Length > 1);
}
