# The pictures of a case (chronology, people, plan, risk over time), and the library's filters and past runs.

## People and agencies

ecomap-heading = What you know, and who else does
ecomap-name =
    { $n ->
        [0] { $name }, with nobody round them yet
        [one] { $name }, with one person or agency
       *[other] { $name }, with { $n } people and agencies
    }
ecomap-more =
    { $n ->
        [one] 1 more
       *[other] { $n } more
    }
ecomap-no-facts = Nothing has been read yet. What you read and cite stands here, with who is known to know it.
ecomap-raised =
    { $pronoun ->
        [he] raised with him: { $letters }
        [she] raised with her: { $letters }
       *[other] raised with them: { $letters }
    }
ecomap-raised-nothing =
    { $pronoun ->
        [he] raised with him: none on record
        [she] raised with her: none on record
       *[other] raised with them: none on record
    }
ecomap-waiting = asked, no answer yet
ecomap-unread = wrote, not read yet
ecomap-no-contact = no contact so far
ecomap-once = once, { $when }
ecomap-last-in = last in { $week }
ecomap-last-on = last on { $day }
ecomap-never = never
ecomap-knows-none = none of these
ecomap-not-asked = not asked
ecomap-legend-often = often
ecomap-legend-once-or-twice = once or twice
ecomap-legend-their-own =
    { $pronoun ->
        [he] his own, not yours
        [she] her own, not yours
       *[other] their own, not yours
    }
ecomap-legend-strained = strained
ecomap-legend-none = no contact

## Chronology

timeline-weeks = Weeks { $first } to { $last }
timeline-name-weeks = Chronology, weeks { $first } to { $last }
timeline-name-dates = Chronology, { $first } to { $last }
# A true minus.
timeline-minus = −{ $week }
timeline-now = Now
timeline-read = read
timeline-unread = unread
timeline-cited = cited
timeline-before = From before
timeline-week = Week { $week }
timeline-week-of = Week of { $date }
# 24 Nov
timeline-date = { $day } { month-short }
lane-risk-children = Risk to children
lane-risk-public = Risk to the public
lane-risk-known-adult = Risk to a known adult
lane-risk-staff = Risk to staff
lane-risk-prisoners = Risk to prisoners
lane-deadlines = Deadlines
lane-record = Case record
lane-from = From { $who }
lane-yours = What you did
sender-person = people on probation
sender-premises = approved premises
sender-prison = the prison
sender-health = health
sender-police = police
sender-courts = courts and prisons
sender-housing = housing
sender-services = services
sender-mappa = MAPPA
sender-managers = managers
sender-colleagues = colleagues
sender-victim-liaison = victim liaison
sender-family = family and neighbours
sender-others = others
# Medium, from December 2024
segment-from = { $level }, from { $date }

## Risk over time

risk-none-rated = Nobody has rated the risk of serious harm yet.
risk-not-rated = Not rated
risk-reviewed = { $level }, reviewed
risk-changed = { $level }, was { $was }

## Plan

plan-none = There is no plan yet. It stands here once an assessment or a review has been filed.
plan-unread = A plan lies in the file, not opened yet: { $title }
plan-in-text = The plan lies in the file, and you have the shorter, softer text of it: { $title }
plan-from = { $title }: { $written }
plan-undated = undated
plan-part-empty = Nothing is written here.
plan-supervision = Supervision
plan-supervision-hint = contact, and what for
plan-monitoring = Monitoring and control
plan-monitoring-hint = who watches
plan-interventions = Interventions and treatment
plan-interventions-hint = what may change it
plan-victims = Victim safety
plan-victims-hint = who is kept safe
plan-contingency = Contingency
plan-contingency-hint = if it stops working
plan-change = What would change your mind
plan-change-hint = either way

## Library

length-up-to-an-hour = Up to an hour
length-one-to-three-hours = One to three hours
length-longer = Longer
library-order-in-common = most themes in common first
library-nothing = No case has all that you ask for.
library-clear =
    { $n ->
        [one] Clear one filter
        [2] Clear two filters
        [3] Clear three filters
        [4] Clear four filters
       *[other] Clear { $n } filters
    }

## Past runs

past-attempt =
    { $n ->
        [1] First attempt.
        [2] Second attempt.
        [3] Third attempt.
        [4] Fourth attempt.
        [5] Fifth attempt.
       *[other] Attempt { $n }.
    }
past-from = From { $turn } again.
past-sentence = { $text }.
past-ending = How it came out: { $title }.
past-finished = All of it was done.
past-number =
    { $n ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
       *[other] { $n }
    }
past-agree =
    { $of ->
        [1] The one answer that can be compared was that of most reviewers.
       *[other] { $n ->
            [1] One of { $number } answers was that of most reviewers.
           *[other] { $first } of { $number } answers were those of most reviewers.
        }
    }
past-agree-drafted =
    { $of ->
        [1] The one answer that can be compared was that of most drafted reviewers.
       *[other] { $n ->
            [1] One of { $number } answers was that of most drafted reviewers.
           *[other] { $first } of { $number } answers were those of most drafted reviewers.
        }
    }
past-agree-none =
    { $of ->
        [1] The one answer that can be compared was another than that of most reviewers.
       *[other] None of { $number } answers was that of most reviewers.
    }
past-agree-none-drafted =
    { $of ->
        [1] The one answer that can be compared was another than that of most drafted reviewers.
       *[other] None of { $number } answers was that of most drafted reviewers.
    }
past-otherwise = This time you answered otherwise: { $decisions }.
past-decision = "{ $title }"
past-more =
    { $n ->
        [one] one more
       *[other] { $n } more
    }
past-ended-otherwise = Before, it came out as: { $title }.
past-ended-the-same = It came out the same as before.
past-answered-the-same = You answered as you did before.
past-week = Week { $week }, { $day }.
past-left = { $left } left { $turn }
past-nothing-left = No minutes left { $turn }
past-unread = { $n } unread
past-waiting =
    { $n ->
        [one] a decision to make
       *[other] { $n } decisions to make
    }
past-draft = half written: { $label }
past-drafts = { $n } drafts half written
