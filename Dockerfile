# syntax=docker/dockerfile:1
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH=amd64
WORKDIR /source
COPY global.json .editorconfig BannedSymbols.txt Directory.Build.props Directory.Packages.props ./
COPY src/Bot.Text/Bot.Text.csproj src/Bot.Text/packages.lock.json src/Bot.Text/
COPY src/Bot.Core/Bot.Core.csproj src/Bot.Core/packages.lock.json src/Bot.Core/
COPY src/Bot/Bot.csproj src/Bot/packages.lock.json src/Bot/
RUN dotnet restore src/Bot --arch $TARGETARCH --locked-mode
COPY appsettings.json ./
COPY seeds seeds
COPY src src
RUN dotnet publish src/Bot -c Release --arch $TARGETARCH --no-restore --no-self-contained -o /app

# Chiselled images lack ICU and time zones unless they are the "extra" ones; this one has a shell for operators too.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
WORKDIR /data
ENV Store__Connection="Data Source=/data/bot.db" Web__Urls="http://*:8080"
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["/app/Bot", "check", "--alive"]
ENTRYPOINT ["/app/Bot"]
CMD ["run"]
