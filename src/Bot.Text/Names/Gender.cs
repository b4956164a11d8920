namespace Bot.Text.Names;

/// <summary>What a person's title, given name or pronouns tell of the pronoun that fits.</summary>
public enum Gender
{
    Untold,
    Female,
    Male,
}
