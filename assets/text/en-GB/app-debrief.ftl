# The desktop app: the debrief. What is said of a run lies with the debrief's own words; here are the screen's.

## The side

app-debrief-side = Parts of the debrief
app-debrief-pages = Pages
app-debrief-moments = Moments
app-debrief-moment-shown = Moments. Shown: { $title }
app-debrief-wk = wk { $week }
# A true minus: before day 0.
app-debrief-wk-minus = wk −{ $week }
app-debrief-waiting = The debrief is being made.

## How many answered likewise

app-debrief-like =
    { $n ->
        [0] none of { $of } as you
       *[other] { $n } of { $of } as you
    }
app-debrief-like-first =
    { $n ->
        [0] same first as none of { $of }
       *[other] same first as { $n } of { $of }
    }
app-debrief-like-ratings = { $n } of { $of } rated as by most
app-debrief-like-levels = { $n } of { $of } levels as most
app-debrief-like-few = too few to count
app-debrief-like-abstained = every reviewer left it
app-debrief-like-older = reviewed in an earlier wording
app-debrief-like-nobody = nobody reviewed this turn

## Trying again

app-debrief-again = Try again from week…
app-debrief-again-apart = Kept apart, as a later attempt.
app-debrief-again-which = From which week?
app-debrief-week = { $turn }, { $date }
app-debrief-again-begun = Another attempt. { $turn }.

## How it came out

app-debrief-about = About this debrief
app-debrief-came-so =
    { $n ->
        [0] With other luck it did not come out so in any of { $of } replays.
        [one] With other luck it came out so in 1 of { $of } replays.
       *[other] With other luck it came out so in { $count } of { $of } replays.
    }
app-debrief-to-replays = How it came out with other luck

## One decision

app-debrief-came-drafted = Reviews drafted from published findings, none from a person.
app-debrief-came-collected = Reviews given by people who answered the same question.
app-debrief-came-mixed = Some reviews drafted from published findings, some given by people.
app-debrief-reasons = Reasons
app-debrief-quoted = “{ $text }”
app-debrief-you = You
app-debrief-you-sure = You, at { $percent }%
app-debrief-more-reasons =
    { $n ->
        [one] Show one more reason
       *[other] Show { $n } more reasons
    }
app-debrief-unseen-of =
    { $of ->
        [one] and whether the reviewer looked for it
       *[other] and how many of { $of } reviewers looked for it
    }
app-debrief-read = Read “{ $title }”
app-debrief-document = The text of a document
app-debrief-done = How it was done
app-debrief-done-apart = kept apart from what was chosen
app-debrief-no-score = Why no score

## Outcomes

app-debrief-outcomes-heading = What followed
app-debrief-replaying = Replaying your decisions
app-debrief-ended = How it ended
app-debrief-of-plays = Of { $of } plays
app-debrief-panel = Panel
app-debrief-this-time = this time
app-debrief-legend-you = your decisions
app-debrief-legend-panel = the panel's commonest answers
app-debrief-replays-picture =
    { $n ->
        [one] One ending as a bar, to { $reach } of { $of } replays.
       *[other] { $n } endings as bars, to { $reach } of { $of } replays. The table says the same.
    }

## How sure, and how shared

app-debrief-calibration = How sure, and how shared
app-debrief-calibration-picture =
    { $n ->
        [one] One scored decision: a picture, not a measurement.
       *[other] { $n } scored decisions: a picture, not a measurement.
    } On the line, you were as sure as reviewers agreed with you.
app-debrief-calibration-about = { $n } scored decisions. On the line, you were as sure as reviewers agreed with you.
app-debrief-calibration-name =
    { $n ->
        [one] How sure you were against how reviewers agreed, for one decision. The table says the same.
       *[other] How sure you were against how reviewers agreed, for { $n } decisions. The table says the same.
    }
app-debrief-calibration-row = { $when }, { $title }: { $percent }% sure, agreement { $agreement }
app-debrief-axis-sure = How sure you were, %
app-debrief-axis-agreement = Agreement
app-debrief-agreed-more = they agreed more
app-debrief-you-surer = you were surer
app-debrief-when = When
app-debrief-sure = Sure, %
app-debrief-agreement = Agreement
app-habits = Agreement, beside plain habits
app-habits-you = You
app-habits-tick = { $what } { $mean }
app-habits-range = You { $mean }; in 95 of 100 draws of such a panel { $low } to { $high }
app-habits-reviewer = reviewer
app-habits-reviewer-name = a reviewer, held against the others
app-habits-picture =
    { $n ->
        [one] An axis from 0 to 1: you at { $mean }, and 1 mean beside you
       *[other] An axis from 0 to 1: you at { $mean }, and { $n } means beside you
    }
app-lean = Lean
app-lean-about = kinds of answer, beside the panel
app-lean-you = you
app-lean-panel = the panel
app-lean-figures = { $yours }% and { $panels }%
app-lean-row = { $kind }: you { $yours }%, the panel { $panels }%

## The report

# The name of a file: no signs that a file may not have in its name.
app-debrief-file = { $scenario }-debrief
app-debrief-no-folder = This system names no folder for a person's documents, so that a report has nowhere to go. In a terminal, “defensible debrief” prints the same, and can be sent to a file.
