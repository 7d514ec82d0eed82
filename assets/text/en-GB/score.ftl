## Scoring: answers and reviews in tables

score-problem = { $place }: { $why }
score-empty = the file is empty. It needs a first row with the names of people, and a row for each decision.
score-utf16 = the file is saved as UTF-16. Save it as CSV in UTF-8.
score-not-utf8 = from here on the file is not in UTF-8. Save it as CSV in UTF-8.
score-nobody = nobody is named in the first row. Name one person in each column from the second on.
score-no-decisions = there is a first row and nothing below it. Add a row for each decision.
score-unnamed-person = this column has no name in the first row. Name the person, or delete the column.
score-unnamed-decision = this row has no decision in its first cell. Name the decision, or delete the row.
score-person-twice = "{ $name }" is the name of column { $first } already. Give one of them another name.
score-decision-twice = "{ $name }" stands in row { $first } already. Give one of them another name, or delete it.
score-ragged = this row has { $cells } cells, and the first row has { $of }. Add the commas that are missing, or put what holds a comma in quotes.
score-off-scale = "{ $answer }", the answer of { $person }, is no whole number from { $from } to { $to }. Leave the cell empty if there was no answer.
score-too-many = there are { $options } different answers, and options are at most { $most }. If they are numbers, say so: --scale ordered:1..5. If one option is spelt in several ways, choose one.
score-one-option = everybody gave the same answer in both tables, so there is nothing to tell apart.
score-missing = "{ $name }" is not in { $other }. Both tables need the same decisions, in any order.
score-more =
    { $n ->
        [one] there is 1 more problem of this file.
       *[other] there are { $n } more problems of this file.
    }

score-title =
    { $people ->
        [one] 1 person
       *[other] { $people } people
    } against { $reviewers ->
        [one] 1 reviewer
       *[other] { $reviewers } reviewers
    } on { $decisions ->
        [one] 1 decision
       *[other] { $decisions } decisions
    }
score-in-short = On average people earn { $mean } of 1. The best habit, { $habit }, earns { $earns } without any judgement; a reviewer held against the others earns { $reviewer }.
score-nothing-scored = Nothing can be scored here. What each decision lacks stands below.
score-people = Who earned what
score-people-about = Each answer earns the reviewers who gave it, as a share of those who gave the commonest. The range is where the score would lie in 95 of 100 draws of such a panel; 80/5 is the panel's own scale (below).
score-head-score = score
score-head-range = range
score-head-scale = 80/5
score-head-scored = scored
score-head-who = who
score-interval = { $low } to { $high }
score-scored = { $n } of { $of }
score-scale = The panel's scale: each of { $n } reviewers held against the others earns { $mean } on average, which is 80; a standard deviation of { $deviation } is 5.
score-scale-few = There is no scale from the panel: it takes 5 reviewers with a score of their own, and there are { $n }.
score-scale-flat = There is no scale from the panel: all reviewers have the same score.
score-habits = What habits would earn
score-habit-random = any answer
score-habit-middle = always the middle
score-habit-always = always "{ $step }"
score-habit-reviewer = the mean reviewer, each held against the others
score-habit-wins =
    { $n ->
        [one] { $habit }; more than { $over } on 1 decision
       *[other] { $habit }; more than { $over } on { $n } decisions
    }
score-decisions = Decisions
score-decision = { $name }: { $votes }; n = { $n }
score-spread-one-sided = one-sided
score-spread-good = good spread
score-spread-broad = broad
score-spread-uniform = even
score-spread-bimodal = two camps
score-commonest = commonest { $percent }%
score-consensus = consensus { $figure }
score-about = { $scored }: { $what }
score-is-scored = Scored
score-too-few = Not scored, with fewer than 5 reviewers
score-for-discussion = Not scored, since it is better talked about (--every-decision scores it)
score-weak =
    { $n ->
        [one] { $names } does not tell judgement from habit: somebody who always does the same earns more than { $over } there.
       *[other] { $names } do not tell judgement from habit: somebody who always does the same earns more than { $over } there.
    }
score-panel = Is the panel good enough
score-alpha-options = Krippendorff's alpha of the reviewers over all decisions: { $alpha } (options without an order). 1 is perfect agreement, 0 what chance would bring. Reviewers who think differently are no fault of a panel.
score-alpha-ordered = Krippendorff's alpha of the reviewers over all decisions: { $alpha } (steps of equal size). 1 is perfect agreement, 0 what chance would bring. Reviewers who think differently are no fault of a panel.
score-alpha-none = Krippendorff's alpha can't be reckoned: no decision has two answers to compare, or all answers are the same.
score-size = With { $n } reviewers, scores were { $expected } reliable where this was measured (Charlin and others, 2005). 10 to 20 reviewers are advised.
score-size-few = With { $n ->
        [one] 1 reviewer
       *[other] { $n } reviewers
    }, reliability was not measured. 10 to 20 reviewers are advised.
score-items = The decisions as a test
score-items-few =
    This takes 30 people who answered all that is scored, and 2 scored decisions. Here { $complete ->
        [one] is 1 such person
       *[other] are { $complete } such people
    }, and { $scored ->
        [one] 1 such decision
       *[other] { $scored } such decisions
    }.
score-cronbach = Cronbach's alpha { $alpha }, in 95 of 100 such groups between { $low } and { $high } (n = { $n } complete, k = { $k } decisions).
score-cronbach-none = Cronbach's alpha can't be reckoned: everybody has the same total.
score-item = { $name }: mean { $difficulty }, with the rest { $rest }, best less last { $apart }
score-item-flagged = { $name }: mean { $difficulty }, with the rest { $rest }, best less last { $apart } (look at it)
score-flagged-about = "Look at it" means that who does well on the rest does no better there. That is no reason by itself to drop a decision: on what nearly everybody gets right nobody stands out.
score-no-pass-mark = There is no pass mark: nobody has found a way to set one for decisions like these.

## Scoring: runs

score-runs-no-logs = { $path }: there is no log in this folder. The names of logs end in .jsonl.
score-runs-other = { $run } is a run of { $scenario }, and these are scored as { $wanted }. It is left out.
score-runs-trial = { $run } is a trial: the case was changed while it was played. It is not scored, and left out.
score-runs-review = { $run } is a reviewer's own play of the case. It is not scored, and left out.
score-runs-copy = { $run } is the same run as { $other }, or its beginning. It counts once.
score-runs-unfinished = { $run } is not over. It is scored on what was decided so far, and does not count as complete.
score-runs-several = These are runs of more than one case: { $names }. Name one of them with --scenario.
score-runs-of = { $scenario } ({ $n })
score-runs-none = There is no run to score.
score-runs-panel =
    { $n ->
        [0] The case has no reviewers yet, so nothing is scored.
        [one] Held against the 1 reviewer of the case as it is now. A decision that was worded otherwise when it was played is not scored.
       *[other] Held against the { $n } reviewers of the case as it is now. A decision that was worded otherwise when it was played is not scored.
    }
score-runs-kept = No case was named with --scenario, so each run is held against the panel that was kept with it when it was played.

score-one-title = { $title }: the run { $run }
score-one-about = The words below are those of the run's debrief: "you" is whoever played it.
score-one-unfinished = The run is not over. This is how far it has gone.
score-question = { $title } ({ $decision }, { $situation })

score-runs-title =
    { $title }: { $n ->
        [one] 1 run
       *[other] { $n } runs
    }
score-runs-in-short =
    On average these runs agree with reviewers { $mean } on a scale from 0 to 1 ({ $n ->
        [one] n = 1 run with a score
       *[other] n = { $n } runs with a score, standard deviation { $deviation }
    }). In the same places the best habit, { $habit }, earns { $earns } without any judgement, and a reviewer held against the others { $reviewer }.
score-runs-nothing = Nothing can be scored here. What each decision lacks stands below.
score-runs-over =
    { $over } of { $n } came to their end. { $scored } of { $answered ->
        [one] 1 answer is
       *[other] { $answered } answers are
    } scored.
score-runs = Runs
score-runs-about = In the order of their names, which is no ranking. The score is the mean agreement over the decisions that are scored. The range is where it would lie in 95 of 100 draws of such a panel; 80/5 is the panel's own scale, on which a reviewer held against the others has 80 on average. Breaches of what law and safeguarding require are in no score.
score-head-run = run
score-run-unfinished = { $run } (not over)
score-run-breaches =
    { $n ->
        [one] { $run }, 1 breach
       *[other] { $run }, { $n } breaches
    }
score-runs-no-scale = A dash under 80/5: for the decisions of that run there is no scale, since it takes 5 reviewers whose own scores differ.
score-themes = Themes
score-theme =
    { $theme }: mean of { $n ->
        [one] 1 run
       *[other] { $n } runs
    }, { $scored } of { $answered } answers scored
score-decision-met = { $title } ({ $decision }): answered in { $answered ->
        [one] 1 run
       *[other] { $answered } runs
    }, scored in { $scored }, mean { $mean }
score-decision-not-met = { $title } ({ $decision }): no run came to it
score-situation = { $situation }: n = { $n }{ $mean }
score-situation-older = { $situation }, in other words than those of today: n = { $n }{ $mean }
score-situation-mean = , mean { $mean } over { $n } scored
score-not-scored =
    Not scored: { $why } ({ $n ->
        [one] 1 answer
       *[other] { $n } answers
    })
score-misfits =
    { $n ->
        [one] 1 answer speaks of other options than most, and is not counted here.
       *[other] { $n } answers speak of other options than most, and are not counted here.
    }
score-panel-nobody = Nobody reviewed it in these words, knowing this.
score-panel-few =
    { $n ->
        [one] 1 reviewer answered it, too few for counts.
       *[other] { $n } reviewers answered it, too few for counts.
    }
score-panel-differs = The runs were kept with panels that differ here. Name the case with --scenario to hold all against one.
score-column-runs = runs
score-column-panel = reviewers
score-column-answer = answer
score-votes = { $n } of { $of }
score-counts-runs = Runs: { $votes }; n = { $n }
score-counts-panel = Reviewers: { $votes }; n = { $n }
score-habits-about = In the same places, as the mean of the runs.
score-lean = What runs lean to, and reviewers in the same places: { $kinds }.
score-sure = How sure they were
score-sure-even = Over { $n } answers they were as sure as reviewers agreed with them (Brier score { $brier }; 0 is best, 1 worst).
score-sure-more = Over { $n } answers they were surer than reviewers agreed with them, by { $points } points of 100 (Brier score { $brier }; 0 is best, 1 worst).
score-sure-less = Over { $n } answers they were less sure than reviewers agreed with them, by { $points } points of 100 (Brier score { $brier }; 0 is best, 1 worst).
score-sure-stretch = { $sure }% sure on average: agreement { $credit }; n = { $n }
score-floors = What law and safeguarding require
score-floors-kept = No run breached any of it.
score-floors-about = Breaches stand by themselves, and are in no score: popularity does not make an unsafe act safe.
score-floor = { $text } Breached in { $n } of the { $applied ->
        [one] 1 run
       *[other] { $applied } runs
    } that it applied to.
score-runs-items-few =
    This takes 30 complete runs, which are over and scored in all decisions that are looked at, and 2 such decisions. Here { $complete ->
        [one] is 1 complete run
       *[other] are { $complete } complete runs
    }, and { $scored ->
        [one] 1 such decision
       *[other] { $scored } such decisions
    }.
score-items-left = Not looked at, since they are scored in fewer than half of the runs that are over: { $names }.

## Scoring: groups

score-groups-empty = the file is empty. It needs a first row with the names of columns, and a row for each run.
score-groups-no-column = there is no column "{ $name }". There are: { $columns }.
score-groups-column-twice = "{ $name }" is the name of an earlier column already. Give one of them another name.
score-groups-no-lines = there is a first row and nothing below it. Add a row for each run.
score-groups-unnamed = this row names no run.
score-groups-long = this row has { $cells } cells, and there are { $columns } columns. Put what holds a comma in quotes.
score-groups-same-run = "{ $name }" is the run of line { $first } already.
score-groups-same-person = "{ $name }" is the person of line { $first } already. Each person counts once: leave one of the runs out.
score-groups-no-run = no run is called "{ $name }" here.
score-groups-several = { $n } runs are called "{ $name }" here. Write the path of the one that is meant.
score-groups-none = { $run } has no { $column } in { $path }, and is left out of the groups.

score-groups-title = { $title }: runs by { $column }
score-groups-differ = People agree more within their groups ({ $within }) than between them ({ $between }): which group somebody is in seems to make a difference.
score-groups-mix = People agree less within their groups ({ $within }) than between them ({ $between }).
score-groups-alike = People agree within their groups ({ $within }) and between them ({ $between }) about alike: these runs don't show that which group somebody is in makes a difference.
score-groups-nothing = There is nothing to compare: it takes two groups of which { $fewest } people or more answered the same question.
score-groups-small =
    { $n ->
        [one] 1 group of fewer than { $fewest } people is left out ({ $people } in all).
       *[other] { $n } groups of fewer than { $fewest } people are left out ({ $people } people in all).
    }
score-groups-without =
    { $n ->
        [one] 1 run has no group, and is left out.
       *[other] { $n } runs have no group, and are left out.
    }
score-groups-about = Each run counts as one person. A group is shown at a question where { $fewest } of it or more answered. Everything here, totals too, is made only of what is shown, so that nobody can be known by taking one from the other. Figures of single runs, and of all of them, come without --group.
score-agreement = How far people agree
score-agreement-about = Over pairs of people who answered the same question: 1 is alike, 0 as far apart as answers can be. Of a choice it is the share of pairs that chose alike; of ratings, rankings and sets, one less the mean distance. The three lines are of questions that people of two groups answered, each with the same weight in all three. Ranges are those of 95 in 100 draws of such people; n counts pairs.
score-within = Within groups: { $figure }
score-between = Between groups: { $figure }
score-apart = Within less between: { $figure }
score-figure = { $figure } ({ $low } to { $high }; n = { $n })
score-figure-alone = { $figure } (n = { $n })
score-figure-none = none
score-groups = The groups
score-groups-order = In the order of their names, which is no ranking.
score-group = { $name }, { $n } people: mean agreement with reviewers { $mean }; agreement among themselves { $agreement }
score-cell = { $who }: { $votes }; n = { $n }, mean { $mean }
score-cell-alone = { $who }: { $votes }; n = { $n }
score-cell-few = { $who }: fewer than 5 answered it, so nothing is shown.
score-together = Together
score-reviewers = Reviewers
score-question-agreement = Agreement within groups { $within }, between them { $between }
