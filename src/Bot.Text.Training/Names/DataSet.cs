namespace Bot.Text.Training.Names;

/// <summary>A corpus that names are learned from.</summary>
/// <param name="File">Its file in the data folder: gzipped lines of <c>{"doc","tokens","tags"}</c>, tags as B-PER, I-LOC, O.</param>
/// <param name="IsLineDocument">Each line is a text by itself: posts that have nothing to do with one another.</param>
internal sealed record DataSet(string File, string Name, string Licence, string Credit, bool IsLineDocument)
{
    public static readonly IReadOnlyList<DataSet> All =
    [
        new(
            "ww_train.jsonl.gz",
            "Worldwide English Newswire NER, training part",
            "none stated; weights alone are shipped",
            "Shan, Bauer, Carlson and Manning, “Do ‘English’ named entity recognizers work well on global Englishes?” (2023)",
            IsLineDocument: false
        ),
        new(
            "uner_ewt_dev.jsonl.gz",
            "Universal NER on the English Web Treebank, development part",
            "CC BY-SA 4.0",
            "Mayhew and others, “Universal NER” (2024)",
            IsLineDocument: false
        ),
        new(
            "wikigold.jsonl.gz",
            "Wikigold",
            "CC BY 4.0",
            "Balasuriya and others, “Named entity recognition in Wikipedia” (2009)",
            IsLineDocument: false
        ),
        new(
            "wnut17_train.jsonl.gz",
            "WNUT 17 emerging entities, training part",
            "CC BY 4.0",
            "Derczynski and others, “Results of the WNUT2017 shared task” (2017)",
            IsLineDocument: true
        ),
        new(
            "btc_all.jsonl.gz",
            "Broad Twitter Corpus",
            "CC BY 4.0",
            "Derczynski, Bontcheva and Roberts, “Broad Twitter Corpus” (2016)",
            IsLineDocument: true
        ),
    ];
}
