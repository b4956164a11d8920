using System.CommandLine;
using Bot.Text.Training.Gazetteers;
using Bot.Text.Training.Languages;
using Bot.Text.Training.Names;
using Bot.Text.Training.Speakers;
using Bot.Text.Training.Stories;

var root = new RootCommand("Makes what Bot.Text ships as resources: word lists and learned weights, with a card each.")
{
    GazetteersVerb.Create(),
    NamesVerb.Create(),
    SpeakersVerb.Create(),
    StoriesVerb.Create(),
    LanguagesVerb.Create(),
};
return await root.Parse(args).InvokeAsync();
