namespace Bot.Text.References;

/// <summary>Which nouns may name one office: "leader" covers "president", "lawmaker" covers "senator".</summary>
internal static class Heads
{
    public static bool AreOne(string one, string other) => one == other || Same(one) == Same(other);

    public static bool IsGeneric(string head) =>
        head
            is "leader"
                or "official"
                or "politician"
                or "lawmaker"
                or "legislator"
                or "statesman"
                or "executive"
                or "candidate"
                or "nominee"
                or "diplomat"
                or "player"
                or "officer"
                or "monarch"
                or "cleric";

    /// <summary>Who heads a state or its government.</summary>
    public static bool IsOfState(string head) =>
        head is "leader" or "president" or "premier" or "chancellor" or "ruler" or "strongman" or "statesman";

    public static bool Covers(string generic, string head) =>
        generic switch
        {
            "leader" or "statesman" => head
                is "president"
                    or "minister"
                    or "premier"
                    or "chancellor"
                    or "taoiseach"
                    or "king"
                    or "queen"
                    or "emir"
                    or "ruler"
                    or "dictator"
                    or "chief"
                    or "head"
                    or "chairman"
                    or "general",
            "official" or "executive" => head
                is "secretary"
                    or "director"
                    or "administrator"
                    or "commissioner"
                    or "officer"
                    or "chief"
                    or "ceo"
                    or "spokesman"
                    or "spokeswoman"
                    or "minister",
            "politician" or "lawmaker" or "legislator" => head
                is "senator"
                    or "congressman"
                    or "congresswoman"
                    or "representative"
                    or "mp"
                    or "mep"
                    or "governor"
                    or "mayor"
                    or "minister",
            "candidate" or "nominee" => head is "senator" or "governor" or "president" or "businessman",
            "diplomat" => head is "ambassador" or "envoy" or "minister" or "secretary",
            "officer" => head is "policeman" or "detective" or "sergeant" or "captain",
            "player" => head
                is "striker"
                    or "midfielder"
                    or "defender"
                    or "forward"
                    or "captain"
                    or "quarterback"
                    or "goalkeeper",
            "monarch" => head is "king" or "queen" or "emperor" or "sultan",
            "cleric" => head is "imam" or "ayatollah" or "bishop" or "archbishop" or "priest" or "rabbi" or "mufti",
            _ => false,
        };

    private static string Same(string head) =>
        head.TrimEnd('.') switch
        {
            "sen" => "senator",
            "gov" => "governor",
            "rep" or "congresswoman" or "representative" => "congressman",
            "gen" => "general",
            "col" => "colonel",
            "capt" => "captain",
            "sgt" => "sergeant",
            "prof" => "professor",
            "dr" => "doctor",
            "premier" => "minister",
            "spokeswoman" or "spokesperson" => "spokesman",
            "chairwoman" or "chairperson" or "chair" => "chairman",
            "councilwoman" => "councilman",
            "ceo" => "executive",
            "attorney" => "lawyer",
            var other => other,
        };
}
