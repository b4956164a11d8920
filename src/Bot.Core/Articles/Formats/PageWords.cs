using System.Text;
using AngleSharp.Dom;

namespace Bot.Core.Articles.Formats;

/// <summary>What a part of a page says: its blocks as paragraphs, white space as a browser shows it.</summary>
internal sealed class PageWords
{
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
    {
        "aside",
        "audio",
        "button",
        "canvas",
        "dialog",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "head",
        "iframe",
        "input",
        "label",
        "map",
        "menu",
        "nav",
        "noscript",
        "object",
        "option",
        "picture",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    };

    private readonly List<string> paragraphs = [];
    private readonly StringBuilder line = new();

    public static IReadOnlyList<string> Paragraphs(INode root)
    {
        var words = new PageWords();
        words.Read(root);
        words.EndParagraph();
        return words.paragraphs;
    }

    private void Read(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    Write(text.Data);
                    break;
                case IElement element when Left.Contains(element.LocalName) || element.HasAttribute("hidden"):
                    break;
                case IElement { LocalName: "br" }:
                    EndLine();
                    break;
                case IElement element when Blocks.Contains(element.LocalName):
                    EndParagraph();
                    Read(element);
                    EndParagraph();
                    break;
                case IElement element:
                    Read(element);
                    break;
            }
        }
    }

    private void Write(string text)
    {
        foreach (var letter in text)
        {
            // A non-breaking blank is a blank to a reader of news.
            if (!char.IsWhiteSpace(letter))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] is not (' ' or '\n'))
                line.Append(' ');
        }
    }

    /// <summary>Two line breaks in a row are how old pages part paragraphs.</summary>
    private void EndLine()
    {
        if (line.Length > 0 && line[^1] == '\n')
            EndParagraph();
        else if (line.Length > 0)
            line.Append('\n');
    }

    private void EndParagraph()
    {
        var paragraph = line.ToString().Trim();
        if (paragraph.Length > 0)
            paragraphs.Add(paragraph);
        line.Clear();
    }
}
