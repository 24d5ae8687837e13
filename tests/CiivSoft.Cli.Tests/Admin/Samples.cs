namespace CiivSoft.Cli.Tests.Admin;

/// <summary>Answers of the admin API, as a silo gives them.</summary>
internal static class Samples
{
    public const string Unknown =
        """{"title":"There is no open posting 'x' in account 'acme'.","detail":"ARKiiVE runs for open postings."}""";

    public const string Preflight = """
        {"connected":true,"rights":[
          {"name":"Find all stages","state":"Present","neededBy":"FiiLTER"},
          {"name":"Find all opportunity offers","state":"Missing","neededBy":"leaving people alone who were hired"},
          {"name":"Create an opportunity","state":"NotYetKnown","neededBy":"ARKiiVE and REFiiNE"}],
         "findings":[{"code":"stage-missing","message":"The stage CiiVSOFT SCREENED is missing; FiiLTER waits.","remedy":"Add it in Settings > Pipeline.","since":"2026-11-23T21:00:00+00:00"}],
         "serviceUser":"u1"}
        """;

    public const string Refused = """
        {"connected":false,"rights":[],"findings":[{"code":"key-refused","message":"Lever did not accept the API key.","remedy":"Make a new one in Lever.","since":"2026-11-23T21:00:00+00:00"}]}
        """;

    public const string Postings = """
        [{"postingId":"p1","title":"Clinical Pharmacist","state":"published","isOpen":true,"location":"Leeds","createdAt":"2026-11-01T08:00:00+00:00","openedAt":"2026-11-23T21:00:00+00:00"}]
        """;

    public const string Requirements = """
        {"postingId":"p1","title":"Clinical Pharmacist","version":0,"isEdited":false,"isOutdated":false,"lines":[
          {"id":"licence:pharmacist-s-licence","kind":"Licence","isMust":true,"weight":0.95,"text":"Pharmacist's licence","bars":true,"sourceStart":10,"sourceLength":20},
          {"id":"skill:excel","kind":"Skill","isMust":true,"weight":0.7,"text":"Excel","bars":false,"sourceStart":40,"sourceLength":5}],
         "refused":[{"attribute":"origin","wording":"native speaker","alternative":"Ask for the level that the work needs, such as fluent or C1, however it was learnt."}],
         "history":[],"staleDecisions":0}
        """;

    public const string EditedRequirements = """
        {"postingId":"p1","title":"Clinical Pharmacist","version":1,"isEdited":true,"isOutdated":false,"lines":[
          {"id":"licence:pharmacist-s-licence","kind":"Licence","isMust":true,"weight":0.95,"text":"Pharmacist's licence","bars":true,"sourceStart":10,"sourceLength":20},
          {"id":"skill:excel","kind":"Skill","isMust":false,"weight":0.35,"text":"Excel","bars":false,"sourceStart":40,"sourceLength":5},
          {"id":"skill:kubernetes","kind":"Skill","isMust":true,"weight":0.7,"text":"Kubernetes","bars":false,"sourceStart":0,"sourceLength":0}],
         "refused":[],
         "history":[{"version":1,"by":"admin","at":"2026-11-23T21:10:00+00:00","summary":"added \"Kubernetes\" (must); \"Excel\" is nice to have"}],"staleDecisions":12}
        """;

    public const string Run1 = """
        {"run":1,"cause":"on-demand","searched":88,"scored":69,"excluded":{"AlreadyOnPosting":5,"OptedOut":1},"aboveBar":2,"leads":2,"decidedAt":"2026-11-23T21:02:00+00:00"}
        """;

    public const string Explanation = """
        {"opportunity":{"opportunityId":"o1","contactId":"c1","postingId":"p1","leadOf":null,"createdAt":"2026-11-20T09:00:00+00:00","isArchived":false},
         "decisions":[{"decisionId":"d1","solution":"Fiilter","contactId":"c1","opportunityId":"o1","postingId":"p1","verdict":"match","score":0.9123,"cut":0.42,
          "modelVersion":"model-1","policyVersion":"policy-1","isShadow":false,"decidedAt":"2026-11-23T21:01:00+00:00",
          "evidence":{"Requirements":"draft-1","Findings":[
            {"Requirement":{"Id":"a","Kind":"Duty","Importance":"Nice","Weight":0.2,"Text":"Counsel patients","Terms":[]},"Judgement":"Unknown"},
            {"Requirement":{"Id":"b","Kind":"Licence","Importance":"Must","Weight":0.9,"Text":"Pharmacy licence","Terms":[]},"Judgement":"Met","Quote":{"Text":"GPhC registration","Start":401}}],
            "Features":[]},
          "effects":[
            {"kind":"Move","target":"screened","state":"Done","opportunityId":"o1","ref":null,"resultId":null,"reason":null,"plannedAt":"2026-11-23T21:01:00+00:00","settledAt":"2026-11-23T21:01:02+00:00","note":null},
            {"kind":"Note","target":"screened","state":"Blocked","opportunityId":"o1","ref":"CVS-1","resultId":null,"reason":"Create an opportunity note is missing","plannedAt":"2026-11-23T21:01:00+00:00","settledAt":null,"note":"FiiLTER screened: Clinical Pharmacist\nRef CVS-1"}]}]}
        """;

    /// <summary>The status of account acme.</summary>
    public static string Status(
        bool isIdle = true,
        string connection = "Connected",
        string mode = "Live",
        string pauses = "[]"
    ) =>
        $$"""
            {"account":"acme","connection":"{{connection}}","mode":"{{mode}}","pauses":{{pauses}},
             "settings":{"scanEvery":"00:05:00","leadsPerPosting":7,"screenedStage":"CiiVSOFT SCREENED","leadsPerApplication":1,"leadsPerPerson":2,"includeConfidential":false,"noteWhenNothingMatches":false,"hiredReasonId":null,"callsPerSecond":10,"leadsBelongToPostingOwner":true},
             "lastScan":{"startedAt":"2026-11-23T21:00:00+00:00","finishedAt":"2026-11-23T21:00:01+00:00","calls":4,"changed":2},
             "isScanning":false,"nextScanAt":"2026-11-23T21:05:00+00:00","sync":{"isComplete":true,"reachedBack":null,"listed":76},
             "backlog":{"newApplications":{{(
                isIdle ? 0 : 3
            )}},"newPostings":0,"people":0,"postponed":1},"effects":{"blocked":1,"done":84},
             "findings":[{"code":"stage-missing","message":"The stage CiiVSOFT SCREENED is missing; FiiLTER waits.","remedy":"Add it in Settings > Pipeline.","since":"2026-11-23T21:00:00+00:00"}],
             "calls":306,"isIdle":{{(
                isIdle ? "true" : "false"
            )}},"known":{"opportunities":76,"people":75,"readablePeople":70,"openPostings":10} }
            """;
}
