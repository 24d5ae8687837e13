namespace CiivSoft.Silo.Telemetry;

/// <summary>How OTLP is spoken.</summary>
internal enum OtlpProtocol
{
    /// <summary>gRPC, port 4317 by custom.</summary>
    Grpc,

    /// <summary>Protobuf over HTTP, port 4318 by custom; paths <c>v1/traces</c>, <c>v1/metrics</c> and <c>v1/logs</c> below the address.</summary>
    Http,
}
