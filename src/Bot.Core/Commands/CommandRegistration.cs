using Bot.Core.Articles.Aside;
using Bot.Core.Commands.Feeds;
using Bot.Core.Commands.Filters;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Topics;
using Bot.Core.Conversations;
using Bot.Core.Feeds.Finding;
using Bot.Core.Moving;
using Bot.Core.Proof;
using Bot.Core.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Core.Commands;

/// <summary>The desk's commands, in the order in which /help shows them.</summary>
public static class CommandRegistration
{
    /// <summary>Needs the article store, the feeds' desk and the database; a clock where none is registered yet.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Phrasebook>(_ => new Phrasebook());
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<Proofreader>();
        services.AddAside();
        services.AddSingleton<LinkReader>();
        services.AddSingleton<LinkPicker>();
        services.AddSingleton<ArticlePicker>();
        services.AddSingleton<ArticleList>();
        services.AddSingleton<TopicShelf>();
        services.AddSingleton<SiftReader>();
        services.AddSingleton<LatestPages>();
        services.AddSingleton<PersonFinder>();
        services.AddSingleton<ICommand, SummaryCommand>();
        services.AddSingleton<ICommand, QuotesCommand>();
        services.AddSingleton<ICommand, WhoCommand>();
        services.AddSingleton<ICommand, LatestCommand>();
        services.AddSingleton<ICommand, SearchCommand>();
        services.AddSingleton<ICommand, ReadCommand>();
        services.AddSingleton<ICommand, StoryCommand>();
        services.AddSingleton<Rights>();
        services.AddSingleton<PlaceFinder>();
        services.AddSingleton<FeedWords>();
        services.AddSingleton<FeedLookup>();
        services.AddSingleton<FeedListing>();
        services.AddSingleton<FeedPreview>();
        services.AddSingleton<FeedArrival>();
        services.AddSingleton<FeedImporting>();
        services.AddSingleton<FeedAdding>();
        services.AddSingleton<FeedChanging>();
        services.AddSingleton<FeedTesting>();
        services.AddSingleton<FeedHealth>();
        services.AddSingleton<FeedTracing>();
        services.AddSingleton<FeedPacksPage>();
        services.AddSingleton<FeedExporting>();
        services.AddSingleton<ICommand, FeedCommand>();
        services.AddSingleton<FilterRuleReader>();
        services.AddSingleton<FilterTrial>();
        services.AddSingleton<FilterListing>();
        services.AddSingleton<FilterAdding>();
        services.AddSingleton<FilterRemoving>();
        services.AddSingleton<FilterTesting>();
        services.AddSingleton<TopicListing>();
        services.AddSingleton<TopicAdding>();
        services.AddSingleton<TopicRemoving>();
        services.AddSingleton<TopicTesting>();
        services.AddSingleton<DigestWords>();
        services.AddSingleton<DigestAnswer>();
        services.AddSingleton<DigestScopeReader>();
        services.AddSingleton<DigestScopeLookup>();
        services.AddSingleton<DigestTermsReader>();
        services.AddSingleton<DigestAdding>();
        services.AddSingleton<DigestEditing>();
        services.AddSingleton<DigestChanging>();
        services.AddSingleton<PostSettling>();
        services.AddSingleton<DigestList>();
        services.AddSingleton<ICommand, DigestCommand>();
        services.AddSingleton<ICommand, FilterCommand>();
        services.AddSingleton<ICommand, TopicCommand>();
        services.AddSingleton<RoleReader>();
        services.AddSingleton<SettingsChanging>();
        services.AddSingleton<SettingsPage>();
        services.AddSingleton<ICommand, SettingsCommand>();
        services.AddMoving();
        services.AddSingleton<ICommand, ExportCommand>();
        services.AddSingleton<ICommand, ImportCommand>();
        services.AddSingleton<Shredder>();
        services.AddSingleton<ICommand, ForgetCommand>();
        services.AddSingleton<ICommand, AboutCommand>();
        services.AddSingleton<CommandCatalog>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<LineCompletion>();
        services.AddSingleton<OptionCompletion>();
        return services;
    }
}
