using System.Collections.Frozen;

namespace Bot.Text.Languages;

/// <summary>
/// The words that hold sentences together, language by language, written by hand: they tell a language, and they are no
/// keywords. Cyrillic and Arabic script are shared by several languages too, so theirs stand here with the Latin ones.
/// </summary>
public static class FunctionWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = Table();

    private static readonly FrozenSet<string> None = FrozenSet.ToFrozenSet<string>([]);

    internal static IEnumerable<string> Languages => ByLanguage.Keys;

    /// <summary>In small letters; empty for a language that has no list.</summary>
    public static FrozenSet<string> Of(string language) => ByLanguage.GetValueOrDefault(language, None);

    private static FrozenDictionary<string, FrozenSet<string>> Table()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["en"] = """
                the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they you
                were their one all we can her has there been if more when will would who so no she him them its about out up what into
                than then only also some could my do did over such our after most other before where how because those these your between
                while during against through under since until without within among though although however both each any every either
                neither nor yet just very too here again being me us am does doing should may might must shall own same why whom whose
                off down above below once per via upon toward towards across along around near behind beyond despite like
                """,
            ["de"] = """
                der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach
                wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde
                sei wenn können schon wir ich gegen vom wieder sehr ihr ihre seine keine seit unter doch diese dieser dieses jetzt
                """,
            ["fr"] = """
                le la les de des du et à un une en que qui est dans pour par sur au aux il elle ne pas plus ce cette se son sa ses avec
                ont été mais ou où nous vous ils elles leur leurs comme aussi être avait fait sont d l qu c n s j lui même après entre sans
                sous avant depuis dont très selon ainsi cela ces tout tous toute notre deux
                """,
            ["es"] = """
                el la los las de y en que a un una por con para del se no su al es lo como más o pero sus le ha me si sin sobre este ya
                entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede
                todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada después durante tras según
                """,
            ["pt"] = """
                o a os as de e do da dos das em no na nos nas que um uma por com para se não ao aos mais mas como foi ele ela são seu sua
                seus suas ou ser quando muito já está eu também só pelo pela até isso entre era depois sem mesmo ter há tem você
                essa esse este esta num numa foram segundo ainda sobre após nem às
                """,
            ["it"] = """
                il lo la i gli le di e del della dei delle degli a al alla ai in nel nella un uno una che è per con non da dal dalla si su
                sono come più ma o anche ha hanno ci questo questa se suo sua era dopo dove cui molto stato essere solo tra fra nei
                sul sulla quando quello loro ancora perché così già
                """,
            ["nl"] = """
                de het een en van in is dat op te zijn met voor niet aan er om ook als maar door bij uit dan nog naar heeft hij ze wordt werd
                was deze dit worden hebben over tot zich had kan meer wel geen hun zou haar tegen onder zo al ik we je moet veel omdat
                """,
            ["sv"] = """
                och i att det som en på är av för med den till inte har de ett om var från vi men sig så han hon kan när nu ska också vid
                efter eller bli jag mot över skulle under där än sin blev hade alla utan andra mycket hur några upp
                """,
            ["da"] = """
                og i at det er en til på af for med den de som ikke har der et var om fra vi men sig han hun kan når nu skal også ved efter
                eller blive jeg mod over ville under hvor end sin blev havde alle uden andre meget hvordan nogle op hvad være
                """,
            ["nb"] = """
                og i å det er en til på av for med den de som ikke har et var om fra vi men seg han hun kan når nå skal også ved etter eller
                bli jeg mot over ville under hvor enn sin ble hadde alle uten andre mye hvordan noen opp hva være at
                """,
            ["fi"] = """
                ja on ei että se hän oli ovat mutta kun myös tai jos niin kuin joka mukaan vain sen ole mitä olla tämä ne hänen ollut jo
                vielä sekä voi nyt mikä tämän kuitenkin jälkeen kanssa koska olisi siitä sitä noin
                """,
            ["pl"] = """
                i w na z do że się nie to jest o jak za od po przez dla są ale był co oraz ma tym być tego które który która już może tak
                także ich jego jej tylko przed przy czy było roku gdy ze pod ten ta te bardzo również została
                """,
            ["cs"] = """
                a v se na je že s z do o to i ve k pro za by jsem jako ale po od nebo který která které jeho jsou bylo jen tak už podle
                také být při jak má byl byla kdy není jeho jejich může však bude mezi si co ještě
                """,
            ["sk"] = """
                a v sa na je že s z do o to i vo k pre za by som ako ale po od alebo ktorý ktorá ktoré jeho sú bolo len tak už podľa tiež
                byť pri keď má bol bola nie ich môže však bude medzi si čo ešte
                """,
            ["hu"] = """
                a az és hogy nem is egy ez volt de meg csak már el ki mint vagy azt van fel még lesz szerint ha pedig után akkor minden
                mert amely aki ami lehet ezt majd között nagyon kell ezek közül illetve
                """,
            ["ro"] = """
                de și în a la cu pe nu că o din care este un pentru mai sunt au se al ale fost după fi sau dar prin ca lui el ea ei să
                între către această acest sa său doar când iar unui unei fără foarte
                """,
            ["tr"] = """
                ve bir bu da de için ile olarak çok daha ne olan gibi kadar en o var ama sonra ise ki göre değil mi her yeni iki olduğunu
                oldu eden diye veya ancak tarafından bunu şu hem ben sen biz üzerinde
                """,
            ["hr"] = """
                i u je na se da su za od s a o koji što kao ali iz će to ne bi nije do sve po te samo bio bila koja koje ili ako već još
                prema također nakon kada može biti jer ima kako zbog
                """,
            ["id"] = """
                yang dan di dari ini untuk dengan pada itu dalam tidak akan ke adalah oleh juga telah sebagai ada karena mereka bisa saat
                atau kata lebih sudah para tersebut menjadi kami saya bahwa kepada seperti hanya
                """,
            ["vi"] = """
                và của là có không trong cho các được một người với những đã này khi để từ cũng đến ra về năm như nhiều vào ở tại trên sau
                """,
            ["ca"] = """
                el la els les de i en que a un una per amb no del dels al als és es ha com més però seva seu aquest aquesta també són ser
                han entre fins des sobre quan molt perquè hi va
                """,
            ["ru"] = """
                и в не на что он с по это как к но из у за от о так же все она бы для его их до или если был было была были мы вы я только
                еще уже когда при этом который которые также после чтобы во со нет
                """,
            ["uk"] = """
                і в не на що він з по це як до але із у за від про так же все вона би для його їх або якщо був було була були ми ви я тільки
                ще вже коли при цьому який які також після щоб та й є
                """,
            ["bg"] = """
                и в не на че той с по това как към но от за се да са е ще си тя би за му или ако беше бяха ние вие аз само още вече когато
                при този които също след със който във
                """,
            ["sr"] = """
                и у је на се да су за од с а о који што као али из ће то не би није до све по те само био била која које или ако већ још
                према такође након када може бити јер има како због
                """,
            ["ar"] = "في من على إلى أن عن مع هذا هذه التي الذي كان قد لا ما بعد قبل بين ذلك كما وقال إن أو لم وفي ومن",
            ["fa"] = "در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد شده ها می وی اما او های",
            ["ur"] = "کے کی میں اور سے کا ہے کو نے پر کہ یہ اس ہیں تھا بھی کر لیے گیا تھے ان ہو",
        };
        return table.ToFrozenDictionary(
            entry => entry.Key,
            entry =>
                entry
                    .Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
