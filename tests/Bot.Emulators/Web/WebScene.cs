namespace Bot.Emulators.Web;

/// <summary>What one address of the web does when it is asked.</summary>
public delegate Task WebPlay(WebScene scene);

/// <summary>One request on the stage.</summary>
/// <param name="Number">Counts the requests to this address, from 1.</param>
/// <param name="Time">The clock of the web.</param>
public sealed record WebScene(HttpContext Http, int Number, TimeProvider Time)
{
    public HttpResponse Response => Http.Response;

    /// <summary>Ends when whoever asked hangs up.</summary>
    public CancellationToken HungUp => Http.RequestAborted;
}
