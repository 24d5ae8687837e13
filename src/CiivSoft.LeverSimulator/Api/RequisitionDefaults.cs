using System.Text.Json;

namespace CiivSoft.LeverSimulator.Api;

internal static class RequisitionDefaults
{
    /// <summary>What a requisition has when nothing is said.</summary>
    public static readonly JsonElement Value = JsonElement.Parse(
        """
        {
          "confidentiality": "non-confidential", "status": "open", "headcountHired": 0, "headcountInfinite": false,
          "backfill": false, "hiringManager": null, "internalNotes": null, "compensationBand": null,
          "approval": { "steps": [] }, "employmentStatus": null, "location": null, "team": null, "department": null,
          "postings": [], "offerIds": [], "timeToFillStartAt": null, "timeToFillEndAt": null, "customFields": {},
          "closedAt": null
        }
        """
    );
}
