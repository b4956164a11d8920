namespace Bot.Emulators.Telegram;

public enum MemberStatus
{
    Creator,
    Administrator,
    Member,
    Restricted,
    Left,
    Kicked,
}

/// <summary>How somebody stands in a chat.</summary>
/// <param name="MaySpeak">Of a restricted member; all others of their kind may.</param>
public sealed record Member(
    Account Account,
    MemberStatus Status,
    AdminRights Rights = AdminRights.None,
    bool IsAnonymous = false,
    bool MaySpeak = true
)
{
    public bool IsInside => Status is not (MemberStatus.Left or MemberStatus.Kicked);

    public bool IsAdministrator => Status is MemberStatus.Creator or MemberStatus.Administrator;

    public bool Has(AdminRights right) =>
        Status == MemberStatus.Creator || (Status == MemberStatus.Administrator && Rights.HasFlag(right));
}
