using System.CommandLine;
using Bot.Text.Training.Gazetteers;
using Bot.Text.Training.Names;

var root = new RootCommand("Makes what Bot.Text ships as resources: word lists, with a card each.")
{
    GazetteersVerb.Create(),
    NamesVerb.Create(),
};
return await root.Parse(args).InvokeAsync();
