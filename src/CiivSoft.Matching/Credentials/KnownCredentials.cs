using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Credentials;

/// <summary>
/// The credentials whose absence bars. Only what is regulated by law and commonly named in résumés is among them: a car
/// driver's licence or a language course is not, since people who have it often do not say so.
/// </summary>
internal static class KnownCredentials
{
    public static IReadOnlyList<Credential> All { get; } =
    [
        .. Health(),
        Make(
            "Commercial driving licence",
            @"(truck|lorry|hgv|lgv|cdl|tractor[- ]trailer|semi|class (1|2|a|b|c)|coach|bus)( \w+)? driver|driver[, (-]+(cdl|hgv|lgv|class [12abc]).*|(hgv|lgv) \w+",
            @"cdl|commercial driver['’]?s? licen[cs]e|class [ab] licen[cs]e|hgv|lgv|c\+e|driver cpc",
            @"cdl|cdl-[ab]|commercial driver['’]?s? licen[cs]e|class [ab] licen[cs]e|(hgv|lgv|cat(egory)? c|class [12])( \w+)? licen[cs]e|hgv|lgv|c\+e|driver cpc|digital tacho\w*",
            @"(truck|lorry|hgv|lgv|tractor[- ]trailer|otr|owner[- ]operator|class [12ab]|coach|bus)( \w+)? driver|owner[- ]operator"
        ),
        Make(
            "Forklift licence",
            null,
            @"(forklift|fork lift|flt|counterbalance|reach truck)( \w+)? (licen[cs]e|certificat\w+)",
            @"fork ?lifts?|flt|reach ?trucks?|counterbalance|powered industrial trucks?|order picker",
            @"forklift (operator|driver)"
        ),
        Make(
            "Bar admission",
            @"attorney|lawyer|solicitor|barrister|(general|corporate|associate|legal) counsel",
            @"bar admission|admitted to (the|practice)|member of the [\w ]{0,20}bar|licen[cs]ed to practice law|juris doctor|j\.?d\.? (degree|from|required)",
            @"bar admission|admitted to (the|practice)|state bar|member of the [\w ]{0,20}bar|licen[cs]ed attorney|juris doctor|j\.d|llb|llm|law degree|doctor of (law|jurisprudence)|bachelor of laws?",
            @"attorney|lawyer|solicitor|barrister|(general|corporate|associate|legal) counsel"
        ),
        Make(
            "CPA",
            @"(cpa|certified public accountant)",
            @"cpa (licen[cs]e|certification|designation|required)|certified public accountant|active cpa|licen[cs]ed cpa",
            @"cpa|certified public accountant|chartered accountant|acca|aca",
            @"certified public accountant|chartered accountant"
        ),
        Make(
            "Electrician's licence",
            @"(journeyman|master|licen[cs]ed|apprentice|industrial|maintenance)? ?electrician",
            @"(journeyman|master) electrician('s)? licen[cs]e|electrical licen[cs]e|electrician['’]?s? licen[cs]e|18th edition",
            @"(journeyman|master|licen[cs]ed|certified) electrician|electrical licen[cs]e|electrician['’]?s? licen[cs]e|1[78]th edition|electrical apprentice\w*",
            @"electrician"
        ),
        Make(
            "Teaching licence",
            null,
            @"teach(ing|er['’]?s?) (licen[cs]e|certificat\w+|credential)|qts|qualified teacher status|certified teacher",
            @"teach(ing|er['’]?s?) (licen[cs]e|certificat\w+|credential)|qts|qualified teacher status|pgce|(licen[cs]ed|certified) teacher|bachelor of education|master of education|b\.?ed|m\.?ed",
            @"teacher|educator|instructor|professor|lecturer"
        ),
        Make(
            "Security licence",
            null,
            @"sia licen[cs]e|guard card|security (officer |guard )?licen[cs]e",
            @"sia|guard card|security (officer |guard )?licen[cs]e",
            @"security (officer|guard)|(loss prevention|patrol) officer|police officer"
        ),
        Make(
            "Cosmetology licence",
            null,
            @"cosmetology licen[cs]e|licen[cs]ed (cosmetologist|esthetician|barber)",
            @"cosmetolog\w+|esthetician|aesthetician|barber",
            @"(hair ?stylist|hairdresser|barber|nail technician|beautician)"
        ),
        Make(
            "PE licence",
            null,
            @"professional engineer('s)? licen[cs]e|pe licen[cs]e|licen[cs]ed professional engineer|registered professional engineer",
            @"professional engineer|pe licen[cs]e|p\.e|chartered engineer|ceng|engineer[- ]in[- ]training|e\.?i\.?t",
            @"professional engineer"
        ),
        Make(
            "Pilot's licence",
            @"(airline|helicopter|commercial|corporate|charter)? ?(pilot|first officer)",
            @"(pilot|atp)('s)? (licen[cs]e|certificate)",
            @"(pilot|atp)('s)? (licen[cs]e|certificate)|type rating|flight hours|pilot[- ]in[- ]command",
            @"(airline|helicopter|commercial|corporate|charter) (pilot|captain)|first officer|flight instructor|pilot"
        ),
    ];

    private static Credential[] Health() =>
        [
            Make(
                "Nursing registration",
                @"((registered|staff|charge|icu|er|school|clinic|home health|travel|practical|vocational|dialysis|psychiatric|surgical|lead|senior|oncology|pediatric|theatre|ward) ){0,4}(nurse|nurse practitioner|nurse manager|rn|lpn|lvn|crna)",
                @"(rn|lpn|lvn|registered nurs(e|ing)|nursing) licen[cs](e|ure)|licen[cs]ed (registered|practical|vocational) nurse|licen[cs]ed as an? (rn|registered nurse)|nmc (pin|registration|registered)|current rn|state rn|registered nurse \(rn\)",
                @"rn|lpn|lvn|crna|bsn|msn|registered nurse|(practical|vocational) nurse|nurse practitioner|nurs(e|ing) licen[cs]e|nmc|(bachelor|associate|master|diploma)['’]?s? (degree )?(of science )?(in|of) nursing|nclex(-rn)?",
                @"(staff |charge |head |icu |er |school |clinic |ward )?nurse|director of nursing|midwife"
            ),
            Make(
                "Nursing assistant certificate",
                @"(certified )?nurs(e|ing)['’]?s? (assistant|aide)|cna|stna",
                @"cna (licen[cs]e|certificat\w+)|certified nursing assistant (licen[cs]e|certificat\w+)|state certified nursing assistant",
                @"cna|stna|certified nurs(e|ing) (assistant|aide)|rn|lpn|registered nurse",
                @"(nurs(e|ing)['’]?s?|patient care|home health|health ?care) (assistant|aide|technician)|caregiver|carer|nurse"
            ),
            Make(
                "Medical licence",
                @"((attending|family|emergency|staff|primary care|associate|consultant|hospital) ){0,4}(physician|surgeon|psychiatrist|anesthesiologist|hospitalist|cardiologist|pediatrician|radiologist|dermatologist|general practitioner)",
                @"medical licen[cs]e|licen[cs]ed physician|board[- ]certified|gmc registration",
                @"m\.d|(?<!(, |the ))(?-i:MD)|doctor of medicine|medical (degree|licen[cs]e|doctor)|mbbs|mbchb|residency|board[- ]certified|gmc (registration|registered|number|no|licen[cs]e)|registered with the gmc|general medical council|doctor of osteopathic\w*",
                @"physician|surgeon|psychiatrist|anesthesiologist|hospitalist|cardiologist|pediatrician|radiologist|dermatologist|medical (officer|doctor)|resident physician"
            ),
            Make(
                "Pharmacist's licence",
                @"((clinical|staff|lead|retail|hospital|community|relief) ){0,4}pharmacist",
                @"pharmacist('s)? licen[cs]e|licen[cs]ed pharmacist|gphc|registered pharmacist",
                @"pharm\.?d|rph|gphc|doctor of pharmacy|(bachelor|master) of pharmacy|mpharm|(licen[cs]ed|registered) pharmacist|pharmacist('s)? licen[cs]e",
                @"pharmacist"
            ),
            Make(
                "Dental licence",
                @"((general|associate|pediatric) ){0,4}(dentist|orthodontist)|dental hygienist",
                @"dental licen[cs]e|licen[cs]ed dentist|dental hygien\w+ licen[cs]e",
                @"d\.?d\.?s|d\.?m\.?d|bds|dental (licen[cs]e|surgery|hygiene)|rdh",
                @"dentist|orthodontist|dental hygienist"
            ),
            Make(
                "Therapist's licence",
                @"((licen[cs]ed|senior|outpatient|home health) ){0,4}(physical|occupational|speech|respiratory) (therapist|language pathologist)|physiotherapist|speech[- ]language pathologist",
                @"(physical|occupational|speech|respiratory) therap\w+ licen[cs]e|licen[cs]ed (physical|occupational|respiratory) therapist|ccc-slp",
                @"dpt|doctor of physical therapy|hcpc|ccc-slp|slp|ot[r]?/l|rrt|(physical|occupational|speech|respiratory) therap\w+ (licen[cs]e|degree)|(degree|bachelor|master)['’]?s? (of science )?in (physical|occupational|speech|respiratory) therapy",
                @"(physical|occupational|speech|respiratory) therapist|physiotherapist|speech[- ]language pathologist"
            ),
            Make(
                "Veterinary licence",
                @"((associate|emergency|small animal) ){0,4}(veterinarian|veterinary surgeon)",
                @"veterinary licen[cs]e|dvm|mrcvs",
                @"dvm|vmd|mrcvs|veterinary (licen[cs]e|medicine)",
                @"veterinarian|veterinary surgeon"
            ),
            Make(
                "Paramedic certificate",
                @"(emt|paramedic|emergency medical technician)",
                @"(emt|paramedic) (licen[cs]e|certificat\w+)|nremt",
                @"emt(-[bip])?|paramedic|nremt|emergency medical technician",
                @"emt|paramedic|emergency medical technician"
            ),
        ];

    private static Credential Make(string name, string? title, string asked, string shown, string work) =>
        new(
            name,
            title is null ? null : Patterns.Words(title),
            Patterns.Words(asked),
            Patterns.Words(shown),
            Patterns.Words(work)
        );
}
