using System.CommandLine;
using Bot.Verbs;

var root = new RootCommand("Byline reads the news and answers in the channel: who said what, and what happened.")
{
    AnalyzeVerb.Create(),
};
return await root.Parse(args).InvokeAsync();
