using System.Net;
using System.Text;
using ACip.Local.Faults;
using ACip.Local.Faults.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ACip.Tests.Platform.Faults;

/// <summary>Messages go through as they came, however they are cut, in both directions, and blobs before all of them has come.</summary>
public sealed class ProxiedMessagesTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Half = new byte[100_000];

    private readonly HttpClient client = new();
    private WebApplication storage = null!;
    private StorageProxy proxy = null!;
    private RequestDelegate answer = _ => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        storage = builder.Build();
        storage.Run(http => answer(http));
        await storage.StartAsync();
        string address = storage.Urls.Single();
        proxy = await StorageProxy.StartAsync($"BlobEndpoint={address}/a;QueueEndpoint={address}/a;TableEndpoint={address}/a");
        client.BaseAddress = new Uri(
            proxy.ConnectionString.Split(';').Single(part => part.StartsWith("BlobEndpoint=", StringComparison.Ordinal)).Split('=')[1] + "/"
        );
    }

    public void Dispose() => client.Dispose();

    public async Task DisposeAsync()
    {
        await proxy.DisposeAsync();
        await storage.DisposeAsync();
    }

    [Fact]
    public async Task A_blob_goes_through_before_all_of_it_has_come()
    {
        var firstHalfCame = new TaskCompletionSource();
        var answerGoesOn = new TaskCompletionSource();
        answer = async http =>
        {
            await http.Request.Body.ReadExactlyAsync(new byte[Half.Length / 2]); // a rest may wait in a buffer
            firstHalfCame.SetResult();
            await http.Request.Body.ReadExactlyAsync(new byte[Half.Length * 3 / 2]);
            await http.Response.Body.WriteAsync(Half);
            await http.Response.Body.FlushAsync();
            await answerGoesOn.Task;
            await http.Response.Body.WriteAsync(Half);
        };

        using var request = new HttpRequestMessage(HttpMethod.Put, "container/blob") { Content = new InTwoHalves(firstHalfCame.Task) };
        using HttpResponseMessage answered = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using Stream content = await answered.Content.ReadAsStreamAsync();
        await content.ReadExactlyAsync(new byte[Half.Length]);
        answerGoesOn.SetResult();
        await content.ReadExactlyAsync(new byte[Half.Length]);

        Assert.Equal(0, await content.ReadAsync(new byte[1]));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(300_000, false)]
    [InlineData(3, true)]
    [InlineData(300_000, true)]
    public async Task Bodies_arrive_as_they_were_sent_and_the_connection_serves_the_next(int? length, bool chunked)
    {
        byte[] sent = new byte[length ?? 0];
        new Random(1).NextBytes(sent);
        answer = async http =>
        {
            var echo = new MemoryStream();
            await http.Request.Body.CopyToAsync(echo);
            http.Response.Headers["X-Connection"] = http.Connection.Id;
            http.Response.ContentLength = chunked ? null : echo.Length;
            echo.Position = 0;
            await echo.CopyToAsync(http.Response.Body);
        };
        var connections = new HashSet<string>();
        for (int call = 0; call < 3; call++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, "container/blob")
            {
                Content = length is null ? null : new ByteArrayContent(sent),
            };
            request.Headers.TransferEncodingChunked = chunked;
            request.Headers.ExpectContinue = call == 1;
            using HttpResponseMessage answered = await client.SendAsync(request);

            Assert.Equal(sent, await answered.Content.ReadAsByteArrayAsync());
            connections.UnionWith(answered.Headers.GetValues("X-Connection"));
        }

        Assert.Single(connections);
        Assert.Equal(3, proxy.Calls);
    }

    [Theory]
    [InlineData("HEAD", 200, 12)]
    [InlineData("GET", 204, null)]
    [InlineData("GET", 304, null)]
    [InlineData("GET", 404, 0)]
    public async Task An_answer_without_a_body_is_not_waited_for(string method, int status, int? length)
    {
        answer = http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentLength = length;
            return Task.CompletedTask;
        };
        for (int call = 0; call < 2; call++)
        {
            using HttpResponseMessage answered = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "container/blob"));
            Assert.Equal(
                (status, (long?)length),
                ((int)answered.StatusCode, answered.Content.Headers.ContentLength is 0 ? length : answered.Content.Headers.ContentLength)
            );
        }
    }

    [Fact]
    public async Task A_connection_that_storage_ends_is_ended()
    {
        answer = http =>
        {
            http.Response.Headers.Connection = "close";
            return http.Response.WriteAsync("last words");
        };

        Assert.Equal("last words", await client.GetStringAsync("container/blob"));
        Assert.Equal("last words", await client.GetStringAsync("container/blob"));
    }

    [Fact]
    public async Task A_call_that_fails_before_its_body_was_read_leaves_the_connection_whole()
    {
        answer = async http =>
            await http.Response.WriteAsync(
                (await new StreamReader(http.Request.Body).ReadToEndAsync()).Length.ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
        proxy.Plan = new FaultPlan(0, 1) { Always = StorageFault.Unavailable };
        using HttpResponseMessage failed = await client.PutAsync("container/blob", new ByteArrayContent(Half));
        proxy.Plan = null;
        using HttpResponseMessage done = await client.PutAsync("container/blob", new ByteArrayContent(Half));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal("100000", await done.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("0\r\n\r\n")]
    [InlineData("3\r\nabc\r\n0\r\n\r\n")]
    [InlineData("1a;name=\"value\"\r\n0123456789abcdef0123456789\r\n03\r\n\r\n\r\r\n000\r\nTrailer: x\r\nOther: y\r\n\r\n")]
    public void Chunks_end_where_they_end_however_they_come(string body)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(body + "GET next");
        for (int size = 1; size <= bytes.Length; size++)
        {
            BodyScanner scanner = BodyScanner.OfChunks();
            int at = 0;
            while (!scanner.IsOver)
            {
                at += scanner.Scan(bytes.AsSpan(at, Math.Min(size, bytes.Length - at)));
            }

            Assert.Equal(body.Length, at);
        }
    }

    /// <summary>The second half is sent only when the first has come where it should.</summary>
    private sealed class InTwoHalves(Task firstHalfCame) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Half);
            await stream.FlushAsync();
            await firstHalfCame.WaitAsync(TimeSpan.FromSeconds(30));
            await stream.WriteAsync(Half);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 2 * Half.Length;
            return true;
        }
    }
}
