namespace Bot.Text.Training.Names;

/// <summary>How names are learned.</summary>
/// <param name="Seeds">How many times over, in another order each; the weights are the mean.</param>
/// <param name="Dropout">The share of features that an update passes over, so that others must carry the case too.</param>
/// <param name="Margin">By how much the right labels must win.</param>
/// <param name="LeastCount">In how many tokens a feature must stand.</param>
/// <param name="Folds">Into how many parts the texts are cut so that the second reading learns from votes that nobody learned by heart.</param>
/// <param name="Smallest">Mean weights below this are dropped.</param>
internal sealed record LearningPlan(
    int Seeds = 6,
    int Epochs = 12,
    float Dropout = 0.2f,
    float Margin = 2,
    int LeastCount = 2,
    int Folds = 4,
    float Smallest = 0.4f
);
