using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Names;

/// <summary>Finds the persons, places and organisations that a text names, and which names are the same one's.</summary>
public static class NameFinder
{
    public static IReadOnlyList<Entity> Find(string text, IReadOnlyList<Sentence> sentences)
    {
        var found = new Dictionary<string, List<Mention>>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            var words = WordReader.Read(text, sentence.Span);
            for (var i = 0; i < words.Count; i++)
            {
                var first = i;
                while (i < words.Count && char.IsUpper(text[words[i].Span.Start]))
                    i++;
                if (i - first < 2)
                    continue;
                var span = TextSpan.FromBounds(words[first].Span.Start, words[i - 1].Span.End);
                if (!found.TryGetValue(span.Of(text), out var mentions))
                    found[span.Of(text)] = mentions = [];
                mentions.Add(new Mention(span, MentionKind.Name));
            }
        }

        return
        [
            .. found
                .OrderByDescending(f => f.Value.Count)
                .Select((f, i) => new Entity(i + 1, EntityType.Person, f.Key, [], [], f.Value)),
        ];
    }
}
