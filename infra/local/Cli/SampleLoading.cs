using System.Globalization;
using ACip.Local.Cli.Platform;
using FunctionsSimulator;

namespace ACip.Local.Cli;

/// <summary>Loads the sample programme through the application's own endpoint.</summary>
internal static class SampleLoading
{
    /// <param name="start">First day of the plans; null: the seed's own.</param>
    public static async Task LoadAsync(LocalPlatform platform, int? administrations, DateOnly? start)
    {
        using var http = new HttpClient();
        string query = string.Create(CultureInfo.InvariantCulture, $"administrations={administrations}&start={start:yyyy-MM-dd}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{platform.BaseUrl}/api/programme/sample?{query}");
        request.Headers.Add("x-functions-key", platform.MasterKey);
        using HttpResponseMessage answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new PlatformException(
                $"The sample programme could not be loaded: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
            );
        }
    }
}
