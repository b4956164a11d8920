using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Bot.Verbs;

/// <summary>What the verbs share that read many lines.</summary>
internal static class BulkOptions
{
    public static Option<int> Jobs(string description)
    {
        var jobs = new Option<int>("--jobs")
        {
            DefaultValueFactory = _ => Environment.ProcessorCount,
            Description = description,
        };
        jobs.Validators.Add(AtLeastOne);
        return jobs;
    }

    public static void AtLeastOne(OptionResult option)
    {
        if (
            option.Tokens is [{ Value: var value }]
            && int.TryParse(value, CultureInfo.InvariantCulture, out var number)
            && number < 1
        )
            option.AddError($"{option.Option.Name} takes a number from 1, not {value}.");
    }
}
