namespace Bot.Core.Storage;

/// <summary>The store cannot be used. The message is a sentence for the terminal: which store, what is wrong, what to do.</summary>
public sealed class StoreException(string message, Exception? cause = null) : Exception(message, cause);
