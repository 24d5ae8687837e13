namespace CiivSoft.Silo;

/// <summary>What this process is there for: one program, so that all parts of an installation are the same release.</summary>
internal enum ProcessRole
{
    /// <summary>A silo with the pages and the admin API: everything in one process, the default.</summary>
    All,

    /// <summary>A silo that serves nothing but its health.</summary>
    Silo,

    /// <summary>Pages and admin API as a client of the cluster; holds no grains. Needs PostgreSQL.</summary>
    Dashboard,

    /// <summary>Migrates the database, makes the first encryption key where there is none, and ends.</summary>
    Migrate,
}
