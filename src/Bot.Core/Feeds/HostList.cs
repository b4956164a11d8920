using System.ComponentModel;
using System.Globalization;

namespace Bot.Core.Feeds;

/// <summary>Hosts as configuration gives them: a list, or one line divided by commas.</summary>
[TypeConverter(typeof(FromLine))]
public sealed class HostList : List<string>
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>One by one, however they were divided.</summary>
    public IEnumerable<string> Entries() => this.SelectMany(line => line.Split(',', Tidy));

    public override string ToString() => string.Join(", ", this);

    private sealed class FromLine : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string);

        public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            new HostList { (string)value };
    }
}
