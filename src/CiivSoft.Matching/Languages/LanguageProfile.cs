using System.Collections.Frozen;

namespace CiivSoft.Matching.Languages;

/// <summary>What gives a language away: its function words, and letter groups that others lack. Written for this product.</summary>
internal sealed record LanguageProfile(string Code, FrozenSet<string> Words, string[] Letters)
{
    public static IReadOnlyList<LanguageProfile> All { get; } =
    [
        Make(
            "en",
            "the and of to in for with on at by from as is was are were have has had this that which their its an or not be been will would all more than into about over",
            "tion |ing |th|wh|ck |ght"
        ),
        Make(
            "de",
            "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder vor zur bis mehr durch man",
            "sch|ung |keit|ß|ä|ö|ü|cht|ich |lich"
        ),
        Make(
            "fr",
            "le la les de des du et en un une pour dans est que qui par sur au aux avec ce cette il elle nous vous se sont plus pas ne son sa ses leur leurs ou mais comme été être ont d l",
            "eux|tion |ée|è|ê|ç|oi|aux |ment |qu"
        ),
        Make(
            "es",
            "el la los las de del y en un una para por con que se su sus al es como más o pero sobre entre desde hasta ha han fue son este esta lo le",
            "ción|ñ|ó|á|ía |dad |ll|ando |miento"
        ),
        Make(
            "pl",
            "i w na z do nie się że to jest od przez dla po jak oraz o przy a za są był była ich jego lub ze które który która",
            "ł|ś|ż|ź|ą|ę|cz|sz|rz|ów |ość|ych |nie "
        ),
        Make(
            "nl",
            "de het een en van in te dat is op met voor zijn aan niet er om ook als bij door naar uit of tot over worden wordt heeft hebben deze die maar meer ik mijn",
            "ij|aa|oo|ee|sch|heid|ing |uu|oe|cht"
        ),
        Make(
            "it",
            "il lo la i gli le di del della dei delle e in un una per con che si su al alla da dal dalla nel nella è sono come più o ma anche ha stato presso",
            "zione|gli |ità|ò|zz|cch|che |tto |mento|gn"
        ),
        Make(
            "pt",
            "o a os as de do da dos das e em no na nos nas um uma para por com que se ao à é são como mais ou mas foi pelo pela não sua seu",
            "ção|ções|ã|õ|nh|lh|dade|ê|mento |ç"
        ),
        Make(
            "ro",
            "și şi de la în in pe cu din pentru a al ale un o care este sunt ca mai sau dar prin după fost ai cei cele lui lor să nu",
            "ț|ş|ș|ă|î|ţ|ului |ilor |area |ele |iei "
        ),
    ];

    private static LanguageProfile Make(string code, string words, string letters) =>
        new(code, words.Split(' ').ToFrozenSet(), letters.Split('|'));
}
