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
