using System.Globalization;
using Bot.Core.Chat;

namespace Bot.Core.Places;

/// <summary>What the desk knows of a chat. A topic is no place of its own: it has what its chat has.</summary>
/// <param name="Title">As people there call it; empty where nobody said.</param>
/// <param name="Kind">Null where nobody said.</param>
/// <param name="Zone">Null where none was chosen, or where this machine does not know it.</param>
/// <param name="Language">Of what is said there; null for each asker's own.</param>
/// <param name="Owner">Where the person who let us in can be told in private.</param>
public sealed record KnownPlace(
    Destination Chat,
    string Title,
    PlaceKind? Kind,
    TimeZoneInfo? Zone,
    CultureInfo? Language,
    Destination? Owner,
    string OwnerName
);
