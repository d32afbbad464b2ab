using Microsoft.Data.SqlClient;
using TechBroker.Storage;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class SqlServerOptionsTests
{
    [TestCase(null, "ConnectionStrings:TechBroker is missing")]
    [TestCase(" ", "ConnectionStrings:TechBroker is missing")]
    [TestCase("Server=db;Database=x;Pasword=geheim;", "cannot be read")]
    [TestCase("Server=db;Database=x;Encrypt=perhaps geheim", "cannot be read")]
    [TestCase("Password=geheim;Database=x", "names no server")]
    [TestCase("Server=db;Password=geheim", "names no database")]
    public void Fault_OfAConnectionString_SaysWhatIsWrongAndNotWhatItIs(string? given, string fault)
    {
        var said = new StorageOptions { Provider = "SqlServer", ConnectionString = given }.Fault();
        Assert.That(said, Does.Contain(fault).And.Not.Contain("geheim"));
    }

    [Test]
    public void Fault_OfAReadableOne_IsNone() =>
        Assert.That(new StorageOptions { Provider = "SqlServer", ConnectionString = "Server=tcp:db,1433;Database=TechBroker;User Id=app;Password=x;Encrypt=True" }.Fault(), Is.Null);

    [TestCase("SqlServer2019", false, "Storage:Provider is 'SqlServer2019'")]
    [TestCase("Sqlite", true, "Storage:SnapshotIsolation is for SqlServer")]
    public void Fault_OfProvider_NamesTheKey(string provider, bool snapshots, string fault) =>
        Assert.That(new StorageOptions { Provider = provider, SnapshotIsolation = snapshots }.Fault(), Does.StartWith(fault));

    /// <summary>A null has the type of its column: SQL Server does not make everything of text.</summary>
    [TestCase(typeof(Guid?), System.Data.SqlDbType.UniqueIdentifier)]
    [TestCase(typeof(DateTimeOffset?), System.Data.SqlDbType.DateTimeOffset)]
    [TestCase(typeof(DateOnly?), System.Data.SqlDbType.Date)]
    public void Parameter_OfNull_HasATypeAllTheSame(Type type, System.Data.SqlDbType expected)
    {
        TypeHandlers.Register();
        var parameter = new SqlParameter();
        Set(type, parameter, DBNull.Value);
        Assert.That((parameter.SqlDbType, parameter.Value), Is.EqualTo((expected, (object)DBNull.Value)));
    }

    [Test]
    public void Parameter_OfADay_IsNoTime()
    {
        TypeHandlers.Register();
        var parameter = new SqlParameter();
        Set(typeof(DateOnly), parameter, new DateOnly(2027, 3, 1));
        Assert.That((parameter.SqlDbType, parameter.Value), Is.EqualTo((System.Data.SqlDbType.Date, (object)new DateTime(2027, 3, 1, 0, 0, 0, DateTimeKind.Unspecified))));
    }

    // What Dapper calls for each parameter of the type.
    private static void Set(Type type, SqlParameter parameter, object value) => typeof(Dapper.SqlMapper).GetNestedType("TypeHandlerCache`1")!
        .MakeGenericType(type).GetMethod("SetValue")!.Invoke(null, [parameter, value]);

    [TestCase(1205, 13, true)]
    [TestCase(40613, 17, true)]
    [TestCase(-2, 11, true)]
    [TestCase(10054, 20, true)]
    [TestCase(2627, 14, false)]
    [TestCase(547, 16, false)]
    [TestCase(208, 16, false)]
    public void Faults_ByNumber_AreTransientOrNot(int number, int severity, bool transient)
    {
        Assert.That(SqlServerFaults.IsTransient(number, (byte)severity), Is.EqualTo(transient));
        Assert.That(SqlServerFaults.IsUnavailable(number, (byte)severity), Is.EqualTo(transient));
    }

    [TestCase(1205, 13, false)]
    [TestCase(-2, 11, true)]
    [TestCase(0, 20, true)]
    public void Faults_DuringCommit_LeaveItOpenOnlyWhereTheConnectionBroke(int number, int severity, bool open) =>
        Assert.That(SqlServerFaults.IsBreak(number, (byte)severity), Is.EqualTo(open));
}
