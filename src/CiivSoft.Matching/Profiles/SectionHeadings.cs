using System.Collections.Frozen;

namespace CiivSoft.Matching.Profiles;

/// <summary>The words of headings, folded, in the languages that are read.</summary>
internal static class SectionHeadings
{
    private static readonly FrozenDictionary<string, SectionKind> Kinds = new Dictionary<SectionKind, string>
    {
        [SectionKind.Summary] =
            "summary|professional summary|career summary|executive summary|executive profile|profile|professional profile|personal profile|personal statement|about|about me|objective|career objective|professional objective|career overview|overview|professional overview|career focus|career profile|synopsis|introduction|summary of qualifications|qualifications summary|branding statement|"
            + "profil|uber mich|kurzprofil|zusammenfassung|berufliches profil|resume professionnel|a propos|a propos de moi|objectif|perfil|perfil profesional|resumen|resumen profesional|objetivo|sobre mi|podsumowanie|profil zawodowy|o mnie|samenvatting|profiel|over mij|profilo|profilo professionale|su di me|sobre mim|resumo|perfil profissional|despre mine|rezumat|obiectiv",
        [SectionKind.Experience] =
            "experience|work experience|professional experience|employment|employment history|work history|career history|career|relevant experience|relevant work experience|related experience|experience summary|experiences|other experience|additional experience|professional background|professional history|career experience|job experience|positions held|military experience|military service|teaching experience|clinical experience|internships|internship experience|volunteer experience|volunteering|volunteer work|freelance experience|industry experience|professional work experience|work|"
            + "berufserfahrung|beruflicher werdegang|werdegang|praktische erfahrung|berufspraxis|praktika|experience professionnelle|experiences professionnelles|parcours professionnel|experiencia|experiencia profesional|experiencia laboral|historial laboral|doswiadczenie|doswiadczenie zawodowe|przebieg kariery|werkervaring|ervaring|loopbaan|esperienza|esperienze|esperienza professionale|esperienze professionali|esperienze lavorative|esperienza lavorativa|experiencia profissional|historico profissional|experienta|experienta profesionala|experienta de munca|experiente profesionale",
        [SectionKind.Education] =
            "education|education and training|education training|educational background|academic background|academic qualifications|academic history|education and qualifications|qualifications and education|education and certifications|education and credentials|training|academic|academics|studies|schooling|education history|academic education|formal education|scholastics|educational qualifications|"
            + "ausbildung|bildung|schulbildung|studium|bildungsweg|aus und weiterbildung|schulische ausbildung|formation|formations|formation academique|etudes|diplomes|scolarite|educacion|formacion|formacion academica|estudios|wyksztalcenie|edukacja|opleiding|opleidingen|onderwijs|istruzione|formazione|istruzione e formazione|titoli di studio|educacao|formacao|formacao academica|educatie|studii|educatie si formare",
        [SectionKind.Skills] =
            "skills|key skills|core skills|technical skills|professional skills|skills summary|skill set|skillset|skill highlights|skills and expertise|skills and abilities|skills and competencies|summary of skills|computer skills|it skills|soft skills|hard skills|other skills|additional skills|relevant skills|expertise|areas of expertise|core competencies|competencies|core qualifications|qualifications|key competencies|strengths|highlights|qualification highlights|technical proficiencies|technologies|technical expertise|tools|tools and technologies|tech stack|software|core strengths|area of expertise|technical summary|technical competencies|skills tools|skills and tools|programming skills|"
            + "kenntnisse|fahigkeiten|kompetenzen|edv kenntnisse|it kenntnisse|fachkenntnisse|competences|competences techniques|competences cles|competences professionnelles|habilidades|competencias|aptitudes|conocimientos|conocimientos informaticos|umiejetnosci|kompetencje|vaardigheden|competenties|competenze|competenze tecniche|capacita|abilita|capacita e competenze|habilidades e competencias|conhecimentos|competente|abilitati|aptitudini|competente tehnice",
        [SectionKind.Languages] =
            "languages|language|language skills|languages spoken|spoken languages|foreign languages|linguistic skills|"
            + "sprachen|sprachkenntnisse|langues|langues parlees|competences linguistiques|idiomas|jezyki|jezyki obce|znajomosc jezykow|talen|talenkennis|lingue|lingue straniere|competenze linguistiche|linguas|limbi|limbi straine|limbi cunoscute",
        [SectionKind.Certificates] =
            "certifications|certificates|certification|licenses|licences|license|licenses and certifications|certifications and licenses|certifications and licences|licensure|credentials|professional certifications|courses|courses and certifications|certificates and courses|professional development|professional training|continuing education|training and certifications|trainings|certifications and training|"
            + "zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|certificats|habilitations|certificaciones|cursos|cursos y certificaciones|certyfikaty|kursy|szkolenia|certificaten|cursussen|certificazioni|corsi|certificacoes|certificari|cursuri",
        [SectionKind.Achievements] =
            "achievements|accomplishments|key accomplishments|key achievements|projects|personal projects|key projects|selected projects|publications|awards|honors|honours|awards and honors|honors and awards|affiliations|professional affiliations|memberships|professional memberships|patents|presentations|research|portfolio|activities|activities and honors|extracurricular activities|community involvement|community service|selected publications|"
            + "projekte|auszeichnungen|veroffentlichungen|projets|publicaciones|proyectos|logros|projekty|osiagniecia|projecten|progetti|pubblicazioni|projetos|proiecte",
        [SectionKind.Interests] =
            "interests|hobbies|hobbies and interests|interests and hobbies|personal interests|hobby|"
            + "interessen|hobbys|loisirs|centres d interet|centres d interets|intereses|aficiones|zainteresowania|interesses|interessi|hobby s|pasiuni|hobby uri",
        [SectionKind.Contact] =
            "contact|contact me|contact details|contact information|contact info|contacts|get in touch|"
            + "kontakt|kontaktdaten|coordonnees|contacto|datos de contacto|dane kontaktowe|contactgegevens|contatti|contato|contatos|date de contact",
        [SectionKind.Personal] =
            "personal|personal details|personal information|personal data|personal info|personal particulars|bio data|biodata|personal dossier|"
            + "personliche daten|angaben zur person|zur person|informations personnelles|etat civil|datos personales|informacion personal|dane osobowe|dane personalne|persoonlijke gegevens|personalia|dati personali|informazioni personali|dados pessoais|informacoes pessoais|date personale|informatii personale",
        [SectionKind.References] =
            "references|referees|professional references|recommendations|referenzen|referencias|referencje|referenties|referenze|referinte",
        [SectionKind.Other] =
            "additional information|additional info|other information|miscellaneous|other|further information|additional|sonstiges|divers|otros|inne|overig|altro|outros|altele|declaration|availability",
    }
        .SelectMany(kind => kind.Value.Split('|').Select(heading => (heading, kind.Key)))
        .DistinctBy(pair => pair.heading)
        .ToFrozenDictionary(pair => pair.heading, pair => pair.Key);

    /// <summary>The kind that a folded heading of single-spaced words names; null when it is no heading.</summary>
    public static SectionKind? KindOf(string heading) => Kinds.TryGetValue(heading, out var kind) ? kind : null;
}
