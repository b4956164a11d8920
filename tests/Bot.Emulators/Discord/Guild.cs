using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord;

/// <summary>A server: its members, roles and channels.</summary>
public sealed class Guild
{
    private readonly Dictionary<long, HashSet<Role>> _members = [];
    private readonly Dictionary<long, DateTimeOffset> _timedOut = [];
    private readonly List<Role> _roles = [];

    internal Guild(Realm realm, long id, string name, Person owner, string locale)
    {
        Realm = realm;
        Id = id;
        Name = name;
        Owner = owner;
        Locale = locale;
        Everyone = new Role(this, id, "@everyone", Permissions.Usual);
        _roles.Add(Everyone);
    }

    internal Realm Realm { get; }

    public long Id { get; }

    public string Name { get; }

    public Person Owner { get; }

    /// <summary>The language that the server prefers.</summary>
    public string Locale { get; }

    public Role Everyone { get; }

    /// <summary>Where the platform itself greets newcomers; null for nowhere.</summary>
    public Channel? SystemChannel { get; set; }

    public IReadOnlyList<Role> Roles => _roles;

    /// <summary>All but threads.</summary>
    public IReadOnlyList<Channel> Channels
    {
        get
        {
            lock (Realm.Gate)
                return [.. Realm.ChannelsOf(this).Where(c => !c.IsThread && !c.IsDeleted)];
        }
    }

    internal int MemberCount => _members.Count;

    internal IEnumerable<Channel> Threads => Realm.ChannelsOf(this).Where(c => c.IsThread && !c.IsDeleted);

    public Channel AddTextChannel(string name) => AddChannel(ChannelKind.Text, name);

    public Channel AddAnnouncementChannel(string name) => AddChannel(ChannelKind.Announcement, name);

    /// <summary>A channel of posts, each a thread of its own.</summary>
    public Channel AddForum(string name, bool requiresTag = false, params IReadOnlyList<string> tags) =>
        Announced(
            new Channel(Realm, Realm.NextId(), ChannelKind.Forum, name, this)
            {
                RequiresTag = requiresTag,
                Tags = [.. tags.Select(t => new ForumTag(Realm.NextId(), t))],
            }
        );

    /// <summary>A thread that its owner opened.</summary>
    public Channel AddThread(Channel parent, string name) =>
        Announced(
            new Channel(
                Realm,
                Realm.NextId(),
                parent.Kind == ChannelKind.Announcement ? ChannelKind.AnnouncementThread : ChannelKind.PublicThread,
                name,
                this,
                parent
            )
            {
                Opener = Owner,
            }
        );

    public Role AddRole(string name, Permissions permissions = Permissions.None, bool isMentionable = false)
    {
        lock (Realm.Gate)
        {
            var role = new Role(this, Realm.NextId(), name, permissions) { IsMentionable = isMentionable };
            _roles.Add(role);
            Realm.Tell(this, "GUILD_ROLE_CREATE", _ => GuildJson.OfRoleEvent(role));
            return role;
        }
    }

    /// <summary>Lets a person in, with these roles.</summary>
    public void Joins(Person person, params IReadOnlyList<Role> roles)
    {
        lock (Realm.Gate)
            _members[person.Id] = [.. roles];
    }

    /// <summary>Gives a role other permissions.</summary>
    public void Changes(Role role, Permissions permissions)
    {
        lock (Realm.Gate)
        {
            role.Permissions = permissions;
            Realm.Tell(this, "GUILD_ROLE_UPDATE", _ => GuildJson.OfRoleEvent(role));
        }
    }

    /// <summary>Gives a member one role more.</summary>
    public void Gives(Account account, Role role)
    {
        lock (Realm.Gate)
            _members[account.Id].Add(role);
    }

    public void TimesOut(Account account, TimeSpan span)
    {
        lock (Realm.Gate)
            _timedOut[account.Id] = Realm.Now + span;
    }

    /// <summary>Adds a bot, as by its invite link: it gets a role of its own with these permissions.</summary>
    public void Invites(BotAccount bot, Permissions permissions = Permissions.None)
    {
        lock (Realm.Gate)
        {
            var role = new Role(this, Realm.NextId(), bot.Name, permissions);
            _roles.Add(role);
            _members[bot.Id] = [role];
            bot.Gateway.Dispatch(Id, "GUILD_CREATE", () => GuildJson.OfCreated(this, bot));
        }
    }

    /// <summary>Throws a bot out.</summary>
    public void Removes(BotAccount bot)
    {
        lock (Realm.Gate)
        {
            _members.Remove(bot.Id);
            bot.Gateway.Dispatch(Id, "GUILD_DELETE", () => GuildJson.OfGone(this));
        }
    }

    /// <summary>The server is out of reach for a while, as in an outage; its bots stay members.</summary>
    public void FallsIll()
    {
        lock (Realm.Gate)
            Realm.Tell(this, "GUILD_DELETE", _ => GuildJson.OfUnavailable(this));
    }

    internal void Seat(Account account) => _members[account.Id] = [];

    internal bool HasMember(Account account) => _members.ContainsKey(account.Id);

    internal IEnumerable<Role> RolesOf(Account account) => _members.GetValueOrDefault(account.Id) ?? [];

    internal bool IsTimedOut(Account account) => _timedOut.TryGetValue(account.Id, out var until) && Realm.Now < until;

    private Channel AddChannel(ChannelKind kind, string name) =>
        Announced(new Channel(Realm, Realm.NextId(), kind, name, this));

    private Channel Announced(Channel channel)
    {
        lock (Realm.Gate)
        {
            Realm.Add(channel);
            Realm.Tell(channel, channel.IsThread ? "THREAD_CREATE" : "CHANNEL_CREATE", _ => ChannelJson.Of(channel));
            return channel;
        }
    }
}
