namespace CiivSoft.Dashboard.Access;

/// <summary>Names of the ways to log in.</summary>
internal static class LoginSchemes
{
    public const string Cookie = "ciivsoft-cookie";
    public const string Bearer = "ciivsoft-bearer";
    public const string OpenId = "ciivsoft-openid";
}
