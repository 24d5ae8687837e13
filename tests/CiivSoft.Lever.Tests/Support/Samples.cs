namespace CiivSoft.Lever.Tests.Support;

/// <summary>Records in the shape that the live API sends.</summary>
internal static class Samples
{
    public const string Stage = """{"id":"applicant-new","text":"New applicant"}""";

    public const string Applicant = """
        {"id":"0b6f3f0e","name":"Mira Okafor","contact":"c1d0a7f2","headline":"Northwind Ltd, Contoso","stage":"applicant-new",
         "confidentiality":"non-confidential","location":"Leeds, UK","phones":[{"type":"mobile","value":"+44 20 7946 0000"}],
         "emails":["mira.okafor@example.com"],"links":["https://www.linkedin.com/in/example"],"archived":null,
         "tags":["Data Engineer","Full-time"],"sources":["Job site"],
         "stageChanges":[{"toStageId":"applicant-new","toStageIndex":3,"updatedAt":1751440001000}],
         "origin":"applied","sourcedBy":null,"owner":"7a2a8b1e","followers":["7a2a8b1e","7a2a8b1e"],
         "applications":[{"id":"4f8c9d1b","type":"posting","candidateId":"0b6f3f0e","opportunityId":"0b6f3f0e","posting":"e2b4c0aa",
           "postingOwner":"7a2a8b1e","name":"Mira Okafor","email":"mira.okafor@example.com","phone":{"type":null,"value":"1"},
           "user":null,"customQuestions":[{"type":"posting","text":"Q","fields":[{"type":"text","value":["x"]}]}],
           "createdAt":1751440001001,"archived":null,"requisitionForHire":null,"ipAddress":"192.0.2.1"}],
         "createdAt":1751440001000,"updatedAt":1751440001044,"lastInteractionAt":1751440001000,"lastAdvancedAt":1751440001000,
         "snoozedUntil":null,"urls":{"list":"https://hire.lever.co/candidates","show":"https://hire.lever.co/candidates/0b6f3f0e"},
         "isAnonymized":false,"dataProtection":null,"opportunityLocation":"Leeds, UK"}
        """;

    public const string Posting = """
        {"id":"e2b4c0aa","text":"Data Engineer","state":"published","distributionChannels":["internal","public"],"user":"7a2a",
         "owner":"7a2a","hiringManager":null,"categories":{"commitment":"Full-time","department":"Engineering","level":null,
         "location":"Leeds, UK","team":"Platform","allLocations":["Leeds, UK"]},"tags":[],
         "content":{"description":"You will build pipelines.\n","descriptionHtml":"<div>You will build pipelines.</div>",
         "lists":[{"text":"Requirements","content":"<li>SQL</li><li>Python</li>"}],"closing":"","closingHtml":""},
         "country":"GB","followers":["7a2a"],"reqCode":null,"requisitionCodes":["ENG-145"],
         "salaryRange":{"min":"1.5","max":2,"currency":"GBP","interval":"per-year-salary"},
         "urls":{"list":"https://jobs.lever.co/acme","show":"https://jobs.lever.co/acme/e2b4c0aa","apply":"https://jobs.lever.co/acme/e2b4c0aa/apply"},
         "confidentiality":"non-confidential","createdAt":1751000000000,"updatedAt":1751000000000,"workplaceType":"hybrid",
         "transcribeInterviews":false,"screening":{"enabled":false}}
        """;

    public const string Resume = """
        {"id":"68b3e478","createdAt":1751440001000,
         "file":{"name":"cv.pdf","ext":"pdf","downloadUrl":"https://hire.lever.co/x","uploadedAt":1751440001004,"status":"processed","size":183422},
         "parsedData":{"positions":[{"org":"Northwind Ltd","title":"Data Engineer","summary":"…","location":"Leeds","start":{"year":2021,"month":7},"end":null}],
         "schools":[{"org":"University of Leeds","degree":"BSc","field":"Computing","summary":null,"start":{"year":2016,"month":9},"end":{"year":2019,"month":6}}]}}
        """;

    public const string Note = """
        {"id":"7f80","text":"Note","fields":[{"createdAt":1751440189118,"score":null,"stage":"lead-new","text":"Comment","type":"note",
         "user":"service-user","value":"ARKiiVE recommends …"}],"user":{"id":"service-user"},"secret":true,"completedAt":1751440001000,
         "deletedAt":null,"createdAt":1751440001000}
        """;
}
