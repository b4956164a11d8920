namespace Bot.Core.Chat;

/// <summary>A command as every platform registers, completes and explains it.</summary>
/// <param name="Name">Lower case, at most 32 letters.</param>
/// <param name="Description">The phrasebook's key of what it does, in a line of at most 100 characters.</param>
/// <param name="Example">As typed: "/quotes by:putin".</param>
/// <param name="IsForAdministrators">True where only people who may manage the place can use it.</param>
public sealed record CommandDescription(
    string Name,
    string Description,
    string Example,
    IReadOnlyList<OptionDescription> Options,
    bool IsForAdministrators = false
)
{
    /// <summary>True where it sets up the place more than it tells the news: menus for readers leave it out.</summary>
    public bool IsAboutThePlace { get; init; }

    /// <summary>What it can be told to do, for platforms that offer each on its own; empty where it does one thing.</summary>
    public IReadOnlyList<SubcommandDescription> Subcommands { get; init; } = [];
}

/// <summary>One of the things that a command can be told to do by its option <see cref="Option"/>.</summary>
/// <param name="Description">The phrasebook's key.</param>
/// <param name="Options">The names of the command's options that go with it.</param>
public sealed record SubcommandDescription(string Name, string Description, IReadOnlyList<string> Options)
{
    /// <summary>The option whose choices they are.</summary>
    public const string Option = "do";

    /// <summary>The one of its options that it cannot do without; null where there is none.</summary>
    public string? Required { get; init; }
}

public enum OptionKind
{
    Text,
    Number,
    ArticleChoice,
    Person,
    Choice,

    /// <summary>Times of day: "07:30", "7, 12:30 and 6 pm".</summary>
    Time,

    /// <summary>How often: "3h", "30 minutes", "as it happens".</summary>
    Rhythm,

    /// <summary>A length of time: "6h", "15 min", "never".</summary>
    Span,

    /// <summary>Days of the week: "mon-fri".</summary>
    Days,

    /// <summary>A time zone: "Europe/Berlin", "new york".</summary>
    Zone,

    /// <summary>Another place: its "@name", a link to it, its address.</summary>
    Place,

    /// <summary>Where articles come from: "The Gazette", "gazette.example".</summary>
    Outlet,

    /// <summary>A feed that the place follows: its name, its number in the list, its address.</summary>
    Feed,

    /// <summary>A topic of the chat, by its name; of several, divided by commas.</summary>
    Topic,

    /// <summary>A point of time that lies behind: "3h", "yesterday", "20 Nov".</summary>
    Moment,

    /// <summary>A language: "de", "german", "deutsch".</summary>
    Language,

    /// <summary>Hours of the day: "22-7", "22:00 - 07:00", "none".</summary>
    Hours,

    /// <summary>A file that is given along; where nothing can be given along, its path.</summary>
    File,
}

/// <param name="Description">The phrasebook's key.</param>
/// <param name="Choices">What may be chosen, empty where anything may.</param>
/// <param name="IsUnnamed">True where what is typed without an option's name is meant for it: "/who putin".</param>
public sealed record OptionDescription(
    string Name,
    string Description,
    OptionKind Kind,
    IReadOnlyList<string> Choices,
    bool IsRequired = false,
    bool IsUnnamed = false
)
{
    /// <summary>True where plain words never mean it: what it does is not to happen unasked, or its choices stand in names.</summary>
    public bool IsByNameAlone { get; init; }

    /// <summary>The option that does for one that is required, where it is given; null where none does.</summary>
    public string? Unless { get; init; }
}
