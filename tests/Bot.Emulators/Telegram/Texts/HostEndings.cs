using System.Collections.Frozen;

namespace Bot.Emulators.Telegram.Texts;

/// <summary>Endings under which a bare host becomes a link: all countries, and the common rest of a longer list.</summary>
internal static class HostEndings
{
    private const string Countries =
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca "
        + "cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo "
        + "fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je "
        + "jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo "
        + "mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt "
        + "pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk "
        + "tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw рф укр бел";

    private const string Others =
        "com org net info news gov edu int mil app dev blog press media online site eco biz name pro xyz club live tech "
        + "store shop space world today report network digital agency social video photo london berlin paris moscow";

    private static readonly FrozenSet<string> All = $"{Countries} {Others}"
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string ending) => All.Contains(ending);
}
