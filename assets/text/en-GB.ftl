# Every word that the program says, in British English. Grouped by screen; shared words first.
#
# How to write here: plain words, reading age 12. The person's name, never a category. Calm, and never blaming: "You did
# not see", never "you missed". A refusal says what is missing and what would change it. No exclamation marks.
# Names, titles and labels of a scenario are the author's, and come in as arguments.

## Small shared parts

verbatim = { $text }
list-and = { $first } and { $last }
list-comma = { $first }, { $rest }
nothing = nothing
you = You
who-of = { $name }, { $of }
who-role = { $name } ({ $role })
not-yet = Not yet: { $why }
item-never-opened = You did not open this.
softer-shown = This is the shorter, softer text. It says all that you need to know.
decision-untitled = A decision

## Dates and times

weekday-long =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
weekday-short =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
month-long =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
month-short =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
# Tuesday 25 November
date-long = { weekday-long } { $day } { month-long }
# Tuesday 25 November 2025
date-full = { weekday-long } { $day } { month-long } { $year }
# Tue 25 Nov
date-short = { weekday-short } { $day } { month-short }
# Mon 30 Sep 2024
date-short-year = { weekday-short } { $day } { month-short } { $year }
# 25 November 2025
date-plain = { $day } { month-long } { $year }
# November 2025
date-month = { month-long } { $year }
# Tue 25 Nov, 10:10
moment = { $date }, { $time }
dates-from-to = { $first } to { $last }
day-today = today
day-tomorrow = tomorrow
day-yesterday = yesterday

## Lengths of time: short in lists, long in sentences

span-minutes = { $minutes } min
span-hours = { $hours } h
span-hours-minutes = { $hours } h { $minutes } min
span-long-minutes =
    { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
span-long-hours =
    { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }
span-long-hours-minutes = { span-long-hours } { span-long-minutes }
length-months =
    { $months ->
        [one] 1 month
       *[other] { $months } months
    }
length-years =
    { $years ->
        [one] 1 year
       *[other] { $years } years
    }
length-years-months = { length-years } { length-months }
wait-now = at once
wait-working-days =
    { $n ->
        [one] 1 working day
       *[other] { $n } working days
    }
wait-days =
    { $n ->
        [one] 1 day
       *[other] { $n } days
    }
wait-weeks =
    { $n ->
        [one] 1 week
       *[other] { $n } weeks
    }
wait-months =
    { $n ->
        [one] 1 month
       *[other] { $n } months
    }
wait-until = until { $date }
wait-between = between { $low } and { $high }
likely-in-working-days = in { wait-working-days }
likely-in-weeks = in { wait-weeks }
likely-in-months = in { wait-months }
likely-within = within { $wait }

## Turns: what is played between two ends of the week or day

turn-word-week = week
turn-word-day = day
turn-word-weeks = period
turn-this-week = this week
turn-this-day = today
turn-these-weeks = in these weeks
turn-next-week = next week
turn-next-day = tomorrow
turn-next-weeks = the weeks after
turn-next-later = another time
week-number = week { $week }
# A true minus: before day 0.
week-minus = week −{ $week }
weeks-numbered = weeks { $first } to { $last }
week-beginning = the week of { $date }
weeks-beginning = the weeks from { $date }
week-after = Week { $week } after { $event }
week-of = The week of { $event }
week-before = Week −{ $week }, before { $event }
weeks-after = Weeks { $first } to { $last } after { $event }

## Places and kinds of scenario

place-england = England
place-wales = Wales
shape-case = A case
shape-calibration = Folders to rate

## Channels

via-email = E-mail
via-phone = Phone
via-voicemail = Voicemail
via-text = Text message
via-letter = Letter
via-in-person = In person
via-interview = Interview
via-visit = On a visit
via-video = Video call
via-meeting = Meeting
via-record = Record
via-system = System message
via-press = Press
via-overheard = Overheard
via-left-voicemail = Phone, left as a voicemail

## How far something can be relied on, as a colleague would say it

reliability-self-report =
    { $pronoun ->
        [he] His own account
        [she] Her own account
       *[other] Their own account
    }
reliability-witnessed = Seen first hand
reliability-reported = Second hand
reliability-rumour = Hearsay
reliability-intelligence = Intelligence, source not named
reliability-record = From a record
reliability-measured = Measured or tested
reliability-opinion = A professional opinion

## Risk of serious harm

risk-children = Children
risk-public = The public
risk-known-adult = Known adult
risk-staff = Staff
risk-prisoners = Prisoners
level-low = Low
level-medium = Medium
level-high = High
level-very-high = Very high
risk-is = { $risk } { $level }
rating-last = Last rating { $level }
rating-none-before = Not rated before
rating-source-file = In the file

## Kinds of response

kind-explore = Explore
kind-enforce = Enforce
kind-recall = Recall
kind-refer = Refer
kind-assess = Assess
kind-consult = Consult
kind-disclose = Disclose
kind-record = Record
kind-support = Support
kind-hold = Hold
kind-explore-help = Find out more: ask, visit, check.
kind-enforce-help = Hold the line: warn, write, start a breach.
kind-recall-help = Ask for a return to prison, or for it to be considered.
kind-refer-help = Bring in another service.
kind-assess-help = Weigh the risk, and write the plan.
kind-consult-help = Take it to a colleague or a manager.
kind-disclose-help = Tell somebody what they need to know to be safe.
kind-record-help = Write down what happened and what you made of it.
kind-support-help = Do something practical with them or for them.
kind-hold-help = Wait on purpose, and say why.

## Themes

theme-risk-assessment = Risk assessment
theme-curiosity = Professional curiosity
theme-enforcement = Enforcement
theme-workload = Resourcing and workload
theme-oversight = Management oversight
theme-mappa = MAPPA
theme-approved-premises = Approved premises
theme-mental-health = Mental health
theme-substance-misuse = Substance misuse
theme-boundaries = Boundaries and integrity
theme-information-sharing = Sharing information
theme-victims = Victims and safeguarding
theme-long-sentences = Long sentences

## Roles

role-person-on-probation = on probation
role-officer = probation officer
role-newly-qualified-officer = newly qualified officer
role-service-officer = probation service officer
role-trainee = trainee
role-senior-officer = senior probation officer
role-head-of-unit = head of the unit
role-out-of-hours-manager = out-of-hours manager
role-case-administrator = case administrator
role-court-officer = court officer
role-practice-teacher = practice teacher
role-approved-premises-worker = approved premises worker
role-approved-premises-manager = approved premises manager
role-prison-officer-manager = prison offender manager
role-community-officer-manager = community offender manager
role-key-worker = key worker
role-psychologist = psychologist
role-victim-liaison = victim liaison officer
role-victim = victim
role-police = police
role-public-protection-police = police, public protection
role-mappa-chair = MAPPA chair
role-mappa-coordinator = MAPPA coordinator
role-childrens-services = children's services
role-adult-social-care = adult social care
role-mental-health-nurse = mental health nurse
role-doctor = doctor
role-drug-service = drug and alcohol service
role-housing = housing
role-tagging-provider = tagging provider
role-job-centre = job centre
role-mentor = mentor
role-volunteer = volunteer
role-charity = charity
role-employer = employer
role-family = family
role-partner = partner
role-neighbour = neighbour
role-solicitor = solicitor
role-judge = judge
role-recall-team = recall team
role-parole-board = Parole Board
role-inspector = inspector
role-nominated-officer = nominated officer
role-union-representative = union representative
role-journalist = journalist
role-lived-experience = lived experience
role-other = other

## Acts, in the trade's words

act-interview = an interview
act-office-visit = an office visit
act-home-visit = a home visit
act-call = a call
act-letter = a letter
act-test = a test
act-police-check = a police check
act-childrens-check = a check with children's services
act-health-check = a check with health
act-other-check = a check
act-warning = a warning
act-breach-start = the start of a breach
act-recall-start = a request for recall
act-no-recall = a decision not to recall
act-senior-endorsement = a senior manager's endorsement
act-supervision = supervision
act-second-opinion = a second opinion
act-mappa-referral = a referral to MAPPA
act-mappa-action = a MAPPA action
act-accept-deregistration = agreement to leave MAPPA
act-disclosure = a disclosure
act-chronology = a chronology
act-review = a review
act-name-owner = naming who has the case
act-handover = a handover
act-incident-report = an incident report
act-declare = a declaration
act-whistleblow = raising a concern
act-edit-record = a change to a record
act-adapt = adapting how you work with them
act-adjust = a change of arrangements
act-practical = practical help
act-offence-work = work on the offence
act-welfare = a welfare check
act-wait = waiting

## What things are about

tag-absence = an absence
tag-non-compliance = a condition not kept
tag-incident = an incident
tag-arrest = an arrest
tag-charge = a charge
tag-withdrawn = drawing back
tag-threat = a threat
tag-damage = damage
tag-child-concern = concern for a child
tag-new-partner = a new partner
tag-substances = drink or drugs
tag-mental-health = mental health
tag-health = health
tag-housing = somewhere to live
tag-vehicle = a vehicle
tag-employment = work
tag-associates = who they spend time with
tag-mappa-meeting = a MAPPA meeting
tag-mappa-up = a higher MAPPA level
tag-tier-up = a higher tier
tag-memo = a memo
tag-news = news
tag-serious-offence = a serious offence elsewhere
tag-resources = resources
tag-record-changed = a changed record
tag-gift = a gift
tag-vacancy = a vacancy
tag-owned-up = owning up

## Boundaries, scrutiny, ties

crosses-personal-phone = use of your own phone
crosses-gift = a gift
crosses-personal-information = personal information
crosses-off-record = something kept off the record
crosses-out-of-hours = contact out of hours
crosses-friendship = friendship
crosses-unneeded-access = looking at a record without need
scrutiny-nodded = agreed without questions
scrutiny-asked = asked questions first
scrutiny-tested = tested it before agreeing
tie-close = close
tie-ordinary = ordinary
tie-strained = strained

## Library

library-count =
    { $n ->
        [one] One case
       *[other] { $n } cases
    }
library-count-of = { $n } of { $of } cases
card-length = { $span }, about { $about }
card-place = { $place }, { $rules }
card-rules = rules of { $date }
content-none = No content notes.
reviews-none = No reviewers yet
reviews-drafted =
    { $drafted ->
        [one] 1 drafted reviewer
       *[other] { $drafted } drafted reviewers
    }
reviews-collected =
    { $collected ->
        [one] 1 reviewer, collected
       *[other] { $collected } reviewers, collected
    }
reviews-both = { $collected } collected and { $drafted } drafted reviewers

## Briefing

briefing-content-heading = Before you start: what is in this case
briefing-softer = You can ask for softer texts. They say the same with less detail, and they change nothing else.
briefing-way-out = You can stop at any moment, without saying why. Your place is kept, and nobody is told.
briefing-support = If any of it comes close, talk to somebody: your practice teacher, your line manager or your organisation's wellbeing service.
briefing-you-are = You are { $who }.
briefing-expected-heading = What is expected of you
briefing-expected-read = Read what comes in, and judge how far to rely on it.
briefing-expected-respond = Respond, or choose not to. Both are kept.
briefing-expected-write = Write your reasons where a colleague could follow them.
briefing-expected-decide = When you are asked, commit to a decision.
briefing-expected-rate = Rate the risk, and say why.
briefing-objectives-heading = What you will practise
briefing-luck-heading = Luck
briefing-luck = Some things happen by chance. To meet the same ones as a colleague, use the same code.
briefing-stop-anywhere = Stop between turns or in the middle of one. Everything is kept as you go.
briefing-minutes-week = { $minutes } a week
briefing-minutes-week-range = { $least } to { $most } a week
briefing-minutes-day-range = { $least } to { $most } a day
briefing-minutes-weeks-range = { $least } to { $most } a turn
briefing-minutes-day = { $minutes } a day
briefing-minutes-weeks = { $minutes } a turn
briefing-minutes = That is what your other work leaves for this. Reading, calling and writing all use it. You will not get to everything.
briefing-place = { $place }, { $date }
briefing-rules = The rules are those of that date. Some may have changed since; the debrief says which.
briefing-reviews-drafted = Drafted reviews are written from published findings, in the voice of a role. No person gave them, and they say so wherever they are shown.
briefing-reviews-collected = Collected reviews were given by people who answered the same questions.
briefing-reviews-none = Nobody has reviewed this case yet, so there is nothing to compare your answers with.
briefing-blind-heading = Others come after you
briefing-blind = You see nothing of what reviewers answered until you have committed your own answer.
briefing-fiction-heading = Made up
briefing-fiction = Every person, place and event is made up. The law, the policy and the forms follow published sources, and the debrief names them.
briefing-yours-heading = Yours
briefing-yours = Your run is kept on this computer. It is for learning: there is no pass mark and no ranking.
briefing-starts = Starts { $date }
briefing-start = Start at { $turn }
briefing-start-now = Start
briefing-not-now = Not now

## Desk: the clock

minutes-left = { $left } left of { $of } { $turn }
late-allowed = You may work up to { $late } late.
late-worked = { $late } worked late
end-turn = End { $turn }
window-minutes = You have { $left } for this, and the office is closed.
in-hand-reading = Reading: { $title }
in-hand-doing = { $label }
in-hand-telling = Passing on to { $name }: { $title }
in-hand-to-go = { $left } to go

## Desk: inbox

inbox-unread =
    { $n ->
        [0] All read
       *[other] { $n } unread
    }
reading-unread = Unread
reading-read = Read
reading-heard = Heard as it came
asked-today = asked today
asked-days =
    { $days ->
        [one] no answer for 1 working day
       *[other] no answer for { $days } working days
    }

## Desk: the case file

order-until = { $order }; licence to { $date }
order-licence = On licence after a sentence of { $length }
order-extended-licence = On extended licence after a sentence of { $length }
order-life-licence = On life licence
order-indeterminate-licence = On licence for life after an indeterminate sentence
order-community = Community order of { $length }
order-suspended = Suspended sentence order of { $length }
order-pre-sentence = Before sentence
order-custody = In custody
order-custody-tariff = In custody, with at least { $length } to serve
mappa-level = MAPPA level { $level }
mappa-category-level = MAPPA category { $category }, level { $level }
tier = Tier { $tier }
owner-you = Your case
owner-nobody = Nobody has this case
owner-held = Held by { $name }
condition-nothing = Nothing recorded
condition-recorded =
    { $n ->
        [one] 1 thing recorded
       *[other] { $n } things recorded
    }
condition-kept = { $kept } of { $of } kept
term-from = from { $date }
term-until = until { $date }
term-from-until = from { $from } until { $until }

## Desk: people

person-asked = Asked { $date }, no answer yet
person-heard = Last heard from { $date }
person-contact = Last contact { $date }
person-no-contact = No contact so far

## Desk: due

deadline-duty = Duty
deadline-promise = Your promise
deadline-mappa-action = Your action from MAPPA
due-met = done
due-met-late = done, after its date
due-over-today = past its time
due-over =
    { $days ->
        [one] 1 working day over
       *[other] { $days } working days over
    }
due-in-hours = { $left } left
due-today = today by { $time }
due-working-days =
    { $days ->
        [one] 1 working day left
       *[other] { $days } working days left
    }
due-on = on { $date }
summary-overdue = { $n } overdue
summary-due = { $n } due { $day }

## Desk: responses

kind-none = None now
kind-open = { $open } open
kind-not-yet = { $not } not yet
kind-open-and-not-yet = { $open } open, { $not } not yet

## Desk: chronology

line-from = { $from }: { $title }
line-rating = { $by }, rated: { $levels }
line-did = You: { $label }
line-filed = You filed: { $title }
line-told = You told { $name }: { $title }
line-noted = Your note: { $text }
line-draft = Draft: { $label }
line-decided = You decided: { $title }
line-due = due { $date }
line-began = Now due: { $label }
line-met = Done: { $label }
line-missed = Not done in time: { $label }
line-called-off = No longer due: { $label }
line-allocated = { $name }'s case came to you
line-closed = { $name }'s case left your desk
line-mappa = MAPPA level is now { $level }
line-tier = Tier is now { $tier }
line-late = You worked { $late } late

## Forms

form-time = { $left } left; this form takes { $takes }
form-problems =
    { $n ->
        [one] One thing before you can sign it
       *[other] { $n } things before you can sign it
    }
field-needed = Needed
field-optional = If you wish
field-filled-in = Filled in for you
field-words-up-to = Up to { $most } words
field-words-between = { $least } to { $most } words
field-pick-one = Choose one
field-pick-some = Choose all that apply
field-grid = A level for each; a rating that changes needs a reason
field-people = By name
field-steps =
    { $least ->
        [0] Who does what, by when
        [one] At least 1 step: who does what, by when
       *[other] At least { $least } steps: who does what, by when
    }
field-cites =
    { $least ->
        [one] Cite at least 1 item
       *[other] Cite at least { $least } items
    }
field-date = A date
field-from-rule = Set by law or policy on the date of this case
rule-none = No rule for this order on the date of this case
rule-before = { $wait } before
sure-certain = Read in an official source
sure-check = Dated or indirect: check it before you rely on it
sure-ours = A setting of this simulator, and no policy
start-from-yours = Start from your text of { $date }
start-from-file = Start from the file: { $title }
draft-parts = { $filled } of { $of } parts filled in

# What can be wrong with a field. The program never judges prose.
problem-missing = Write something here.
problem-missing-pick = Choose one of these.
problem-missing-picks = Choose at least one of these.
problem-missing-grid = Give a level to each.
problem-missing-people = Name at least one person.
problem-missing-steps =
    { $least ->
        [one] Write at least 1 step: who does what, by when.
       *[other] Write at least { $least } steps: who does what, by when.
    }
problem-missing-date = Give a date.
problem-no-such-field = This form has no such field.
problem-wrong-kind = What is written here does not fit this field.
problem-too-short =
    { $words ->
        [one] There is 1 word here, and at least { $least } are needed.
       *[other] There are { $words } words here, and at least { $least } are needed.
    }
problem-too-long = There are { $words } words here, and there is room for { $most }.
problem-no-such-choice = "{ $name }" is not one of the choices.
problem-no-such-person = Nobody in this case is called "{ $name }".
problem-not-rated = { $risk }: no level is set.
problem-not-asked = { $risk }: this form does not ask for it.
problem-no-reason = { $risk }: the rating changes, so say why.
problem-no-reason-was = { $risk }: the last rating was { $level }, so say why it changes.
problem-too-few-steps =
    { $steps ->
        [0] There are no steps here, and at least { $least } are needed.
        [one] There is 1 step here, and at least { $least } are needed.
       *[other] There are { $steps } steps here, and at least { $least } are needed.
    }
problem-step-incomplete = Step { $step }: say who, does what, and by when.
problem-too-few-cites =
    { $cites ->
        [0] Nothing is cited, and at least { $least } is needed.
       *[other] { $cites } cited, and at least { $least } are needed.
    }
problem-filled-in = This is filled in for you, so leave it out.

## Decisions

decision-warning = Once you commit, the answer stays.
decision-takes = This takes no working time.
ask-choose-one = Choose one.
ask-choose-up-to =
    { $most ->
        [one] Choose one.
       *[other] Choose up to { $most }.
    }
ask-rank = Put them in order, the first one first.
ask-rate-each = Rate each one, from strongly against to strongly for.
ask-rate-risk = Rate the risk of serious harm to each.
answer-by-at-once = Answer now: somebody is waiting.
answer-by-end-of-day = Answer before the day ends.
answer-by-end-of-week = Answer before the week ends.
answer-by-end-of-weeks = Answer before these weeks end.
answer-ranked = First: { $first }
answer-rated = For: { $options }
answer-rated-none = For none of them
rating-strongly-against = Strongly against
rating-against = Against
rating-neither = Neither
rating-for = For
rating-strongly-for = Strongly for
sure-guessing = { $percent }%, little more than a guess
sure-doubtful = { $percent }%, more doubtful than not
sure-either-way = { $percent }%, could go either way
sure-likely = { $percent }%, more likely than not
sure-very-likely = { $percent }%, very likely
sure-nearly-certain = { $percent }%, as good as certain

# Why an answer does not fit its question.
answer-wrong-kind = This question wants another kind of answer.
answer-unknown-option = "{ $name }" is not one of the options.
answer-shut-option = This is not open now: { $label }
answer-twice = This stands there twice: { $label }
answer-too-many =
    { $most ->
        [one] Choose one at most.
       *[other] Choose { $most } at most.
    }
answer-nothing = Choose at least one.
answer-left-out = This has no place yet: { $label }
answer-left-out-risk = { $risk }: no level is set.
answer-out-of-range = Rate this from -2 to +2: { $label }
answer-sure-out-of-range = Say how sure you are from 0 to 100.
answer-abstained = Only reviewers may leave a question unanswered.

## End of a turn

end-heading = The end of { $turn }
end-left = You have { $left } left. Minutes that you do not use do not carry over. What you leave undone goes on without you.
end-nothing-left = Your minutes are used up. What you leave undone goes on without you.
end-go-on = Go on to { $turn }
end-go-on-last = Go on to the end
end-go-back = Back to { $day }
end-summary-overdue = { $n } overdue
end-summary-due = { $n } due
end-summary-unread = { $n } unread
end-summary-asked = { $n } not answered yet
end-summary-nothing = Nothing is left open.
spent-reading = Reading
spent-hearing = Meetings and calls
spent-telling = Passing things on

## Refusals: what is missing, and what would change it

refusal-over = This run is over. You can look at everything, and read the debrief.
refusal-not-there = Nothing called "{ $name }" is on your desk.
refusal-not-read = You have not read this yet. Open it first: { $title }
refusal-already-open = You have read this already, and can look at it again without using any time: { $title }
refusal-shut-why = { $why }
refusal-shut = This cannot be done now: { $label }
refusal-already-done = You have done this, and it can be done once: { $label }
refusal-not-yet-again = You can do this again from { $from }.
refusal-left = You have { $left } left { $turn }
refusal-nothing-left = You have no minutes left { $turn }
refusal-no-minutes = { $left }, and this takes { $takes }. You can end the { $turn }, or leave it for { $next }.
refusal-no-minutes-last = { $left }, and this takes { $takes }. You can do something shorter, or end the { $turn }.
refusal-too-late = The office closes in { $left }, and this takes { $takes }. You can end the { $turn }, or leave it for { $next }.
refusal-too-late-last = The office closes in { $left }, and this takes { $takes }. You can do something shorter, or end the { $turn }.
refusal-closed = The office is closed, and this has to wait until it opens.
refusal-not-now = You have { $left } now, and this takes { $takes }. It has to wait until the office opens.
refusal-in-hand = You are in the middle of something, with { $left } to go. Go on, and it will be finished: { $what }
refusal-needs-form = This needs a form. Fill it in and file it: { $form }
refusal-carries-no-form = There is no form to fill in for this: { $label }
refusal-which-case = You have several cases. Say which one this is for.
refusal-answer-first = Something waits for your answer first: { $title }
refusal-not-asked = You are not being asked this now.
refusal-no-reason = Say why, in a sentence or two. Then you can commit.
refusal-empty = There is nothing in it yet.
refusal-not-answered = You can see how others answered once you have answered this: { $title }
refusal-turn-over = Nothing more can be done { $turn }: working hours are over. You can end the { $word }.
refusal-not-this-turn = That moment is not in this { $turn }. You can end the { $turn }.
refusal-too-long = This is longer than is kept. There is room for { $most } characters.

## What a command brought, as it is announced

news-came = New: { $via } from { $from } ({ $standing }): { $title }
news-heard = { $via }, { $from }: { $title }
news-asked = { $by } You are being asked: { $title }
news-kept = Kept.
news-cited = Cited as { $number }.
news-turn = { $turn }
news-time = { $used } used, { $left } left.
news-ended = That is the end of this run. The debrief is open.

## Headings of the views, and what stands in their rows

heading-inbox = Inbox: { $unread }
heading-asked = Asked, and no answer yet
heading-questions = You are being asked
heading-due = Due
heading-due-summary = Due: { $summary }
heading-due-undone = Due, and not done
heading-ahead = Dates ahead
heading-respond = What you can do
heading-drafts = Drafts
heading-people = People
heading-notes = Your notes
heading-citations = What you have cited
heading-chronology = So far
heading-file = The file: { $name }
heading-conditions = Conditions, and what has been recorded
heading-ratings = Risk of serious harm
heading-documents = Documents
heading-filed = Forms you filed
heading-unread = Not read
heading-unopened = Not opened
heading-unopened-file = In the file, and not opened
heading-floors = Whatever you choose
heading-time = Where the time went
heading-next = Known for { $turn }
item-could-confirm = Could be confirmed by { $names }
item-contains = Contains: { $note }
item-told = You told { $name }, { $date }
row-answers = you had asked: { $label }
row-cited = cited as { $numbers }
row-told = passed on to { $names }
row-likely-then = answer likely: { $likely }
row-asks = asks { $what }
row-to = to { $what }
row-form = with a form: { $what }
row-likely = answer likely { $what }
row-draft = a draft is kept
row-done = done { $what }
row-tie = tie: { $what }
row-speaks = Speaks { $what }
row-was-told = told: { $what }
row-passage = "{ $text }"
row-used-in = Used in { $what }

## Other front ends and the debrief: their sections follow

# Terminal

## Terminal: prompts and what is said everywhere

tty-prompt-briefing = briefing>
tty-prompt-desk = desk>
tty-prompt-respond = respond>
tty-prompt-confirm = yes or back>
tty-prompt-choose = which>
tty-prompt-text = text>
tty-prompt-form = form>
tty-prompt-decision = answer>
tty-prompt-end = go or back>
tty-prompt-more = Enter for more>
tty-prompt-over = over>
tty-yes-or-no = Type yes or back.
tty-no-number =
    { $most ->
        [one] There is no { $number } here: the list has one line.
       *[other] There is no { $number } here: the list goes from 1 to { $most }.
    }
tty-no-numbers = Nothing is numbered { $number } at present. Type desk to see what is there.
tty-number-is-other = { $number } is something else in the last list. Type it alone, or use a name.
tty-several = "{ $typed }" could be any of these:
tty-near = Nothing here is called "{ $typed }". Did you mean "{ $near }"?
tty-near-number = Nothing here is called "{ $typed }". Did you mean this one?
tty-unknown = Nothing here is called "{ $typed }". Type a number or a name from the list, or ? for help.
tty-unknown-desk = Nothing on your desk is called "{ $typed }". Type ? to see what you can type.
tty-half-written = You had begun to write this: { $text }
tty-kept = Kept.
tty-nothing = Nothing.
tty-you = You
tty-quoted = "{ $text }"
tty-source = Source: { $source }
tty-left-open = left open
tty-fact = { $label }: { $text }
tty-fact-asked = { $label } { $text }
tty-level = { $risk } { $level }
tty-level-why = { $risk } { $level } ({ $why })

## Terminal: the list of scenarios

library-about = Defensible: a training simulator for probation practice in England and Wales.
library-title = { $title }. { $line }
library-content = In it: { $content }
library-variant = --variant { $id }: { $title }, { $rules }
library-how = To play one: defensible play { $scenario }
library-unreadable = { $scenario } can't be read: defensible check { $scenario } says why.

## Terminal: files

files-missing = { $path }: there is no file or folder of that name.
files-not-allowed = { $path }: you may not read it. Ask whoever owns it, or copy it to a place of your own.
files-unreadable = { $path }: it can't be read ({ $why }).
files-folder = { $path }: this is a folder, and a file is wanted.
files-no-file = { $path }: this is no ordinary file (a pipe, a socket or a device). Copy its text to a file.
files-leaves = { $path }: this is a link to { $target }, outside its folder. Copy the file here: a scenario has to be whole in its folder.
files-too-large = { $path }: it is larger than { $most } MiB, and no file of a scenario is. Is this the right file?
files-no-ron = { $path }: scenarios, panels and plans are .ron files, and this is none.
files-no-scenario-in = { $path }: there is no scenario.ron in this folder, nor in the folders in it.
files-no-scenario-beside = { $path }: there is no scenario.ron beside it, and without that it can't be checked.
files-no-scenario = { $path }: this is no scenario. Name its folder, or its scenario.ron.
files-several = { $path }: there are several scenarios in this folder. Name one of them, such as { $path }/{ $first }.
files-nowhere = There is no file, folder or scenario called "{ $typed }". At hand: { $names }.
files-nowhere-near = There is no file, folder or scenario called "{ $typed }". Did you mean { $near }?
files-no-plan = There is no plan "{ $path }". Beside { $scenario } lie: { $names }.
files-no-plans = There is no plan "{ $path }", and none lies beside { $scenario }.
check-not-yet = { $scenario }: the panel and the plans are looked at more closely once the scenario is mended.
check-clean =
    { $count ->
        [one] Checked, and nothing to mend.
       *[other] { $count } checked, and nothing to mend.
    }

## Terminal: explore

explore-cannot = { $scenario } can't be explored until that is mended.
explore-plan-not-over = { $plan }: this walkthrough stops before the end, so there is no ending to compare. Let it go on to the end.
explore-title = { $title }: { $plays } plays by dice
explore-about = Some of these plays do almost nothing, some nearly everything. How often something happens in them says how easy it is to come by, and not how likely people are to do it.
explore-replayed = { $title }: this walkthrough, replayed { $plays } times with other luck
explore-endings = How it ended
explore-named = { $id } ({ $title })
explore-named-own = { $id } ({ $title }), as in the walkthrough
explore-thing = { $kind } "{ $id }"
explore-thing-titled = { $kind } "{ $id }" ({ $title })
explore-kind-arrival = arrival
explore-kind-version = version
explore-kind-read = reading of
explore-kind-document = document
explore-kind-response = response
explore-kind-decision = decision
explore-kind-situation = situation
explore-kind-option = option
explore-kind-met = meeting of deadline
explore-kind-missed = missing of deadline
explore-kind-chance = chance
explore-kind-drift = drift
explore-kind-secret = leak of secret
explore-kind-ending = ending
explore-kind-property = property
explore-kind-floor = floor
explore-ran-away = effects brought each other on without end
explore-stuck = nothing could be done, and time could not pass
explore-gone-wrong =
    { $plays ->
        [one] In 1 play { $what }: seed { $seed }.
       *[other] In { $plays } plays { $what }: first with seed { $seed }.
    }
explore-properties = Properties
explore-holds = ok
explore-fails = FAILS
explore-held = held in every play
explore-shown = shown in { $share }, first with seed { $seed }
explore-shown-looking = shown only when looked for, with seed { $seed }
explore-never-shown = never shown
explore-broken = broken in { $share }, first with seed { $seed }
explore-broken-looking = broken when looked for, with seed { $seed }
explore-never = Never reached
explore-never-about = Not by any of these plays, nor by { $looked } more for each that leaned towards it.
explore-elsewhere = Only at another policy date
explore-in-variant = in the variant { $variant }
explore-at-own-date = at the scenario's own date
explore-found = Reached only when looked for
explore-with-seed = with seed { $seed }, by
explore-step = { $at }: { $what }
explore-step-open = open { $id }
explore-step-do = do { $id }
explore-step-file = file { $id }
explore-step-tell = tell { $who } of { $id }
explore-step-decide = answer { $id } with { $answer }
explore-rare = In fewer than 1 play of 1,000
explore-times =
    { $plays ->
        [one] 1 play, seed { $seed }
       *[other] { $plays } plays, first with seed { $seed }
    }
explore-time = What the time went to
explore-quiet = For each turn: the minutes left unused on average, in how many plays fewer than 10 were left, and in how many nothing new came. Turns of a play in which nothing new came: { $turns } on average.
explore-turn = from { $begins }: { $left } of { $of } minutes left, used up in { $short }; nothing new in { $quiet }
explore-floors = Floors
explore-floor = broken in { $broken } of plays, applied in { $began }
explore-agreement = How far the reviewers agree
explore-sheet = { $decision }/{ $situation }: n = { $n }; { $votes }; commonest { $share }
explore-sheet-splits = { $decision }/{ $situation }: n = { $n }; { $votes }; commonest { $share }: splits
explore-habits = What habits would earn
explore-no-panel = There is no panel to earn anything with.
explore-reviewer = The mean reviewer, held against the others, earns { $credit } (n = { $n }).
explore-habit = { $habit }: { $credit } ({ $difference } against the mean reviewer)
explore-habit-kind = always { $kind }
explore-habit-longest = always the longest option
explore-habit-middle = always the middle
explore-habit-random = any option
explore-habit-earns = "{ $habit }" earns { $credit }
explore-habits-more =
    { $n ->
        [one] 1 more habit over { $over }
       *[other] { $n } more habits over { $over }
    }
explore-weak = Weak decisions
explore-weak-about = Somebody who always does the same earns more than { $over } there, so that agreeing with reviewers says little about judgement.
explore-clean = Everything can be reached, and every property holds.
explore-to-mend = To mend: { $properties ->
        [0] no property
        [one] 1 property
       *[other] { $properties } properties
    } that does not hold, { $never ->
        [0] nothing
        [one] 1 thing
       *[other] { $never } things
    } that nobody can reach.
explore-seed = To play with the luck of a seed: defensible play { $scenario } --seed { $seed }

## Terminal: logs

log-missing = { $path }: there is no file of that name.
log-not-allowed = { $path }: you may not write there. Choose another place.
log-exists = { $path } is there already, and is not written over. Go on with it by --resume, or give another name.
log-disk-full = { $path }: the disk is full. Make some room.
log-trouble = { $path }: { $why }.
log-no-file = { $path }: this is no ordinary file, so it can't be a log.
log-in-use = { $path }: another window is playing this run. Go on there, or close it first.
log-empty = { $path }: the file is empty. Nothing had been kept yet; begin again with defensible play.
log-no-log = { $path }:1: this is no log of a run. A log is the .jsonl file that defensible play wrote.
log-broken-header = { $path }:1: the first line is cut off or damaged, and nothing can be read without it. If you have a copy of the file, use that.
log-newer = { $path }:1: this log is of format { $format }, and this program reads format 1. Open it with a newer version of Defensible.
log-other-luck = { $path }:1: its luck is drawn by "{ $luck }", which this version does not know. Open it with a newer version of Defensible.
log-changed = { $path }:1: the text of { $name } in it is not the one that was played with. The file was changed; use a copy from before.
log-not-kept = { $path }:1: it does not hold the text of { $name }. The file was changed; use a copy from before.
log-cut =
    { $lines ->
        [one] { $path }:{ $line }: the last line is cut off and was set aside. All before it is good.
       *[other] { $path }:{ $line }: line { $line } is cut off; { $lines } lines were set aside. All before it is good.
    }
log-damaged =
    { $lines ->
        [one] { $path }:{ $line }: this line is damaged and was set aside. All before it is good.
       *[other] { $path }:{ $line }: this line is damaged. It and what follows, { $lines } lines in all, were set aside. All before it is good.
    }
log-out-of-order = { $path }:{ $line }: lines before this one are missing. It and what follows were set aside ({ $lines } in all). All before it is good.
log-set-aside = The file as it was lies in { $aside }.
log-cannot-play = { $path }: what was kept in this log can't be read by this version. Nothing is lost; open it with the version that wrote it.
log-differs = { $path }:{ $line }: played again, this comes out otherwise. The file was changed, or another version wrote it; open it with that version.
log-refused = { $path }:{ $line }: played again, this can't be done. The file was changed, or another version wrote it; open it with that version.
log-gap = { $path }:{ $line }: the lines have a gap here. Use a copy of the file from before it was changed.
debrief-not-over = { $path }: this run is not over, so there is no debrief yet. Go on with it: defensible play --resume { $path }

## Terminal: before a run

play-cannot = { $scenario } can't be played until this is mended. defensible check tells everything that is wrong with it.
play-no-panel = The panel of { $scenario } can't be read, so no reviews will be shown. defensible check says why.
play-person-with-run = The run is kept under the id that it has. Leave out --person, or give a log file instead of its name.
play-in-memory = You can play all the same: the run is kept in memory, and saving is tried again as you go on. "save FILE" at the desk writes all of it to a file.
log-behind = { $path }: this run has gone further in the records, as { $run }. Go on with that: defensible play --resume { $run }
run-cannot-play = { $path }: what was kept with this run can't be read by this version. Nothing is lost; open it with the version that wrote it.
run-differs = { $run }: played again, event { $seq } comes out otherwise. Another version wrote it; open it with that version.
run-refused = { $run }: played again, event { $seq } can't be done. Another version wrote it; open it with that version.
run-unknown = No run is called "{ $typed }". defensible records list names the runs that are kept.
run-near = No run is called "{ $typed }". Did you mean { $near }?
run-several = More than one run begins with "{ $typed }": { $names }. Write some more of its name.
person-no-id = "{ $typed }" can't be an id. Use 1 to 100 letters, digits, dots, hyphens and underscores, without blanks; it need be nobody's name.
play-log-with-resume = The run goes on in its own log. Leave out --log, or use "save FILE" at the desk to write another.
tty-luck-no-code = "{ $typed }" is no luck code. Write a number, or a word and four digits, such as heron-0412.
tty-luck-no-word = No luck code begins with "{ $word }". Look at the code again, or write a number.
tty-luck-nearest = No luck code begins with "{ $word }". Did you mean { $nearest }?
plan-step = step { $step }, on { $now }
plan-decision-stands = the decision "{ $title }" must be answered first (Decide(decision: "{ $decision }", ..))
plan-not-so = what is expected here is not so
plan-gone-by = { $until } has gone by: it is { $now }
plan-ended = the run ended before { $until }
plan-not-compiled = this could not be tested: a mistake of this program. Please report it
plan-stands =
    { $steps ->
        [one] One step was taken. It is now { $now }, and the run is not over.
       *[other] All { $steps } steps were taken. It is now { $now }, and the run is not over.
    }
tty-brief-softer = Type softer to have them.
tty-brief-first = Press Enter to read on, or type back to leave. ? explains, here and everywhere.
tty-brief-start = { $start }: press Enter. Type back to leave.
tty-brief-how = Press Enter to go on, or type back to leave.
tty-brief-left = Left. Nothing was kept.
tty-brief-works = How it works
tty-brief-luck = Your luck code is { $code }. { $luck }
tty-softer-on = Softer texts are shown in this run.
tty-softer-off = Softer texts can be chosen at the briefing, or with --softer when a run begins.
tty-softer-now-off = The usual texts are shown.
tty-kept-as = Kept as you go, under the name { $run }
tty-welcome-back =
    { $decided ->
        [0] You are back where you were. Luck { $luck }; nothing decided yet.
        [one] You are back where you were. Luck { $luck }; one decision made.
       *[other] You are back where you were. Luck { $luck }; { $decided } decisions made.
    }

## Terminal: the desk

tty-clock = { $date }, { $time }. { $left }.
tty-clock-day = { $time }. { $left }.
tty-finished = Finished: { $what }
tty-in-hand = Broken off: { $what }, { $left }. Type go to finish it.
tty-desk-answer = To answer
tty-desk-answer-now = To answer before anything else
tty-desk-unread = Not read
tty-desk-drafts = Begun and not filed
tty-desk-quiet = Nothing new. Type go to let time pass until something comes.
tty-desk-file =
    { $n ->
        [one] One document in the file is not opened. Type file to see it.
       *[other] { $n } documents in the file are not opened. Type file to see them.
    }
tty-desk-turn-over = Nothing more comes until you type end.
tty-desk-waiting = No answer yet: { $who }.
tty-desk-due = Due: { $due }.
tty-desk-words = A number, or: respond, file, people, due, left, go, end. ? for more.
tty-row-question = { $title }. { $by }
tty-row-unread = { $title }. { $from }. { $via }, { $at }. { $minutes }
tty-row-inbox = { $title }. { $from }. { $via }, { $at }. { $reading }
tty-row-draft = { $label }: { $parts }
tty-row-person = { $who }. { $contact }
tty-row-due = { $label }. { $kind }, { $at }: { $left }
tty-row-ahead = { $at }: { $label }
tty-row-asked = { $who }: { $label }. Asked { $at }; { $waiting }
tty-row-asked-likely = { $who }: { $label }. Asked { $at }; { $waiting }. Likely { $likely }
tty-row-line = { $at }. { $what }
tty-row-line-detail = { $at }. { $what } ({ $detail })
tty-row-time = { $what }: { $minutes }
tty-inbox = Everything that has come, the newest first
tty-people = People
tty-due = What is due
tty-ahead = Dates ahead
tty-asked = Asked, and no answer yet
tty-chronology = Everything so far
tty-notes = Your notes
tty-cited = What you have cited
tty-file-conditions = Conditions
tty-file-condition = { $text } ({ $recorded })
tty-file-condition-term = { $text } { $term } ({ $recorded })
tty-file-ratings = Risk of serious harm
tty-file-rating = { $at }, { $by }, { $source }: { $levels }
tty-file-documents = In the file
tty-file-filed = Filed by you
tty-file-form = { $title }, { $at }
tty-not-opened = Not opened, { $minutes }
tty-item-source = { $parts }.
tty-item-confirm = Could be confirmed by: { $who }.
tty-item-told = You have told: { $who }.
tty-item-answers = You had asked: { $what }.
tty-person-tie = Tie: { $tie }
tty-person-did = { $at }. { $label }
tty-person-waiting = { $at }. { $label }: no answer yet
tty-person-told = { $at }. You told them: { $title }
tty-step-line = { $who }: { $what }, by { $by }
tty-read-first = You have not read that yet. Read it first.
tty-nothing-read = You have read nothing yet.
tty-tell-what = What do you want to pass on?
tty-tell-whom = Pass on: { $title }. It takes { $minutes }. To whom?
tty-told = Passed on to { $who }: { $title }.
tty-note-ask = Write your note. An empty line ends it.
tty-cite-what = What do you want to cite?
tty-cite-passage = Cite: { $title }. Press Enter for all of it, or type the words that matter, as they stand there.
tty-cite-no-passage = Those words are not in it: { $title }. Nothing was cited.
tty-cite-done = Cited as { $number }.
tty-no-question = Nothing waits for your answer.
tty-log = It is written to { $path } too.
tty-saving = Saving
tty-unsaved = In memory only, not saved yet.
tty-half-kept = Nothing is lost: the log file has all of it.
tty-log-failing = What you do is kept in memory for now, and saving is tried again each time. "save FILE" at the desk writes all of it to another place.
tty-log-again = Saved again. Nothing is lost.
tty-quit-failing = The last that you did is not saved, so leaving now loses it. "save FILE" at the desk writes all of it elsewhere; quit again leaves all the same.
tty-save-where = Say where: save FILE
tty-left-blocks = To answer before it can end
tty-left-due = Due and not done
tty-left-unopened = In the file, never opened
tty-left-time = Where the time went
tty-end-stopped = It has not ended yet: something is asked of you first.
tty-end-choices = go: { $go }. back: { $back }.
tty-end-cannot = It can't end yet: type the number of what has to be answered, or back.

## Terminal: responses

tty-kind = { $kind }: { $help }
tty-kinds-empty = Nothing at present under { $kinds }.
tty-response = { $label }. { $parts }
tty-response-form = with a form: { $form }
tty-response-everyday = a form
tty-response-likely = answer likely { $likely }
tty-response-draft = begun
tty-response-done = Done { $at }: { $label }
tty-respond-words = Type a number to do one of these. Enter for the desk.
tty-do-it = Do this?
tty-not-done = Not done. No time has passed.

## Terminal: forms

tty-form-which-case = Which case is it for?
tty-form-begin = Field by field. Enter leaves a field as it is; back, show and leave work everywhere; what you write is kept as you go.
tty-form-going-on = You had begun this. It stands as you left it.
tty-form-start-from = { $words }?
tty-form-draft-only = You can write it now, and file it when that has changed.
tty-form-left = Kept as a draft. Nothing was filed, and no time has passed.
tty-form-left-empty = Left. Nothing was written, and no time has passed.
tty-form-discard = Throw away what you have written here?
tty-form-discarded = Thrown away.
tty-form-problem = { $label }: { $message }
tty-form-empty = { $label }: nothing
tty-form-needed = { $label }: needed
tty-form-overview = sign to file it ({ $minutes }), a number to change a part, leave to keep it as a draft, discard to throw it away.
tty-field = { $number } of { $of }. { $label }
tty-field-needed = { $number } of { $of }. { $label } (needed)
tty-field-optional = { $number } of { $of }. { $label } (if you wish)
tty-field-wants = { $wants }.
tty-field-so-far = So far: { $text }
tty-field-words = Write; an empty line ends it.
tty-field-one = A number or a name. none empties it.
tty-field-some = Numbers, such as 1 3. none empties it.
tty-field-cites = Numbers of what you cite, such as 1 3. none empties it.
tty-field-date = A day, such as Tue week 4, 2 Dec or today.
tty-field-rule = It is: { $value }
tty-cited-here = { $item } (cited here)
tty-no-day = "{ $typed }" is no day that I can read. Write Tue week 4, 2 Dec or 2025-12-02.
tty-step-who-first = Step { $number }. Who? A number or a name; Enter leaves the steps as they are.
tty-step-who = Step { $number }. Who? Enter if there are no more.
tty-step-what = Does what?
tty-step-when = By when? A day, such as Fri week 4 or 2 Dec.
tty-grid = A level for each, by number. Enter keeps the last rating. none leaves the grid out.
tty-grid-row = { $risk }. { $present }
tty-grid-why = Why does it change?
tty-filed = Filed.

## Terminal: decisions and reviews

tty-decision-know = What you have cited
tty-decision-floors = Required, whatever you choose
tty-decision-unopened = Not opened: { $what }.
tty-decision-left = Not committed. What you wrote is kept for when you come back.
tty-answer-is = Your answer: { $answer }
tty-answer-several = Numbers, such as 1 3: up to { $most }.
tty-answer-too-many = That is more than { $most }.
tty-answer-rank = All { $count } numbers in order, the first one first, such as 2 1 3.
tty-answer-rank-missing = These have no place yet: { $which }. Type all of the numbers in order.
tty-answer-twice = { $number } stands there twice.
tty-answer-rate = One after the other: -2 strongly against, -1 against, 0 neither, 1 for, 2 strongly for.
tty-answer-rate-range = Type -2, -1, 0, 1 or 2.
tty-answer-reason = Why? Write as for a colleague. An empty line ends it.
tty-answer-reason-needed = A reason is needed: a sentence or two is enough. back goes to the answer.
tty-answer-sure = How sure are you, from 0 to 100? Type skip to leave it open.
tty-answer-sure-range = Type a number from 0 to 100, or skip.
tty-answer-change = What would change your mind? An empty line ends it; type skip to leave it open.
tty-answer-cites = What does it rest on?
tty-commit = Your answer
tty-commit-answer = Answer
tty-commit-reason = Why
tty-commit-sure = How sure
tty-commit-change = What would change your mind
tty-commit-cites = What it rests on
tty-commit-warning = Once you commit, the answer stays. You can then see how others answered.
tty-commit-how = Type commit to commit it, a number to change a part, or back to return to the desk.
tty-committed = Committed. How others answered is shown at the end; reviews shows it now.
tty-committed-alone = Committed.
tty-reviews-none = You see how others answered once you have committed an answer of your own.
tty-reviews-nobody = Nobody has reviewed this question as it stood for you.
tty-reviews-which = Which decision?
tty-reviews-sure = Once you have looked, your later answers are no longer blind, and the debrief says so. Look now?

## Terminal: leaving, and after the end

tty-goodbye = Nothing is lost: your run is kept. To go on with it:
tty-goodbye-partly = What was saved before that is kept. To go on with it:
tty-goodbye-lost = The last that you did could not be saved.
tty-goodbye-nothing = Left. Nothing was kept.
tty-over-kept = Your run is kept as { $run } (luck { $luck }). To read the debrief again:
tty-over-log = It is written to { $path } too.
tty-again-offer = You can try again from the start of week { $weeks }: type again and the week. Until then all goes as it went, with the same luck. Enter leaves.
tty-again-how = Type again and a week, debrief to read it once more, or press Enter to leave.
tty-again-not-that = The run did not come to week { $week }, so it can't be tried again from there.
tty-again-no-week = The run did not come to week { $week }. It came to week { $weeks }.
tty-again-begun = Another run, the same up to the start of week { $week }.
tty-from-plan = The walkthrough has been played up to here. The rest is yours.

## Terminal: help, by place

tty-help-briefing =
    This is the briefing: what is in the case, before anything begins.
    Enter  read on, and start
    softer  show shorter, softer texts in this run
    back  leave; nothing is kept
    ?  this help
tty-help-desk =
    Type the number of something in the last list, or its name, or the first few letters or any words of it. Or one of these words; those with a letter behind them can be typed as that letter.
    desk  what is on the desk now (or just Enter)
    inbox (i)  everything that has come; a number reads it again, which takes no time
    read X (o)  read something
    respond (r)  what you can do, by kind; respond X does it
    explore  what you can do of that kind; so too enforce, recall, refer, assess, consult, disclose, record, support and hold
    tell (t)  pass on what you are reading, or tell X to Y; 10 minutes
    note (n)  write a note to yourself
    cite (c)  mark what you are reading, or some words of it
    notes  your notes, and what you have cited
    file (f)  the person, conditions, risk, documents, what you filed
    people (p)  who is who, and what passed between you
    due (d)  what is due, what you wait for, dates ahead
    chronology  everything so far, in order
    answer (a)  answer a decision that waits
    reviews  how others answered a decision that you have answered
    left (l)  what is left to do before the week ends
    go (g)  let time pass until something comes
    day  end the day
    end (e)  end the week
    log  where this run is kept; save FILE keeps it in another place
    quit (q)  stop here; nothing is lost
tty-help-respond =
    Type the number or the name of something to do it. You are asked before anything happens.
tty-help-confirm =
    yes  do it
    back  leave it; no time passes
    quit  stop here; nothing is lost
tty-help-choose =
    Type a number of the list, or a name or its first letters.
    back  leave it; no time passes
    quit  stop here; nothing is lost
tty-help-field =
    Fill in this part, or:
    Enter  leave it as it is
    none  empty it
    back  the part before
    show  the whole form, to sign it or to change any part
    leave  back to the desk; the form is kept as a draft
    quit  stop here; nothing is lost
tty-help-text =
    Write as many lines as you like. An empty line ends it. These words work when they stand alone on the first line:
    Enter  leave it as it is
    back  the part before
    show  the whole form, to sign it or to change any part
    leave  back to the desk; what you wrote is kept
    skip, none  leave it open, or empty it
    quit  stop here; nothing is lost
tty-help-form =
    This is the whole form.
    a number  change that part
    sign  file it; that is when its minutes pass
    leave  back to the desk; it is kept as a draft
    discard  throw away what is written here
    quit  stop here; nothing is lost
tty-help-decision =
    Answer by number or by name. Nothing is committed until you have seen it all once more.
    Enter  keep what you answered before
    back  back to the desk, to find out more; what you wrote is kept
    quit  stop here; nothing is lost
tty-help-commit =
    This is your whole answer.
    commit  commit it; then it stays
    a number  change that part
    back  back to the desk; what you wrote is kept
    quit  stop here; nothing is lost
tty-help-end =
    This is what lies on the desk as the week ends. Nothing has happened yet.
    go  end the week and go on
    back  back to the desk
    a number  go to that thing now
    quit  stop here; nothing is lost
tty-help-more =
    There is more to read.
    Enter  the next part
    skip  all that is left, at once
    back  stop reading here
tty-help-over =
    The run is over.
    again 4  another run that goes as this one went up to the start of week 4, then is yours
    debrief  read it once more
    Enter  leave

## Debrief

debrief-heading = { $title }: debrief
debrief-edition = Edition { $edition }, under the rules of { $date }.
debrief-variant = Variant: { $variant }.
debrief-luck = Luck: { $seed }.
debrief-softer = Softer texts were shown.
debrief-trial = The case was changed while it was played. This run is a trial: everything is shown, and nothing is scored.
debrief-so-far = The run is not over. This is how far it has gone.
debrief-moment = { $week }, { $at }
# Titles and labels, which may hold commas and "and" of their own.
debrief-things = { $first }; { $rest }

# Where reviews come from.
debrief-provenance-none = Nobody has reviewed this case yet.
debrief-provenance-drafted =
    { $reviewers ->
        [one] One reviewer, drafted from published findings. No review comes from a person yet.
       *[other] { $reviewers } reviewers, all drafted from published findings. No review comes from a person yet.
    }
debrief-provenance-collected =
    { $reviewers ->
        [one] One reviewer, a person who answered the same questions.
       *[other] { $reviewers } reviewers, all of them people who answered the same questions.
    }
debrief-provenance-mixed =
    { $reviewers } reviewers: { $collected ->
        [one] one person
       *[other] { $collected } people
    }, and { $drafted } drafted from published findings.
debrief-provenance-stale =
    { $n ->
        [one] One set of reviews belongs to an earlier wording. It is shown, and not counted.
       *[other] { $n } sets of reviews belong to earlier wordings. They are shown, and not counted.
    }
debrief-provenance-lost =
    { $n ->
        [one] One review is of something that is no longer in the case.
       *[other] { $n } reviews are of something that is no longer in the case.
    }
debrief-sources-heading = Where the reviews come from
debrief-sources = The drafted reviews were written from:
debrief-drafted = Drafted
debrief-collected = Collected { $on }
debrief-reviewer =
    { $years ->
        [one] { $role }, 1 year. { $came }
       *[other] { $role }, { $years } years. { $came }
    }
debrief-reviewer-of = { $who } ({ $group })
debrief-role-count = { $role } ({ $count })

# How it came out, and with other luck.
debrief-ending-heading = How it came out
debrief-later = Later: { $text }
debrief-replays-heading = Your decisions, replayed { $of } times
debrief-says-little = How it turned out this time says little about whether you chose well.
debrief-replays-about = What you did, at the same moments, with other luck. { debrief-says-little }
debrief-replays-row = { $count } of { $of }
debrief-replays-own = { $title } (this time)
debrief-replays-panel = { $count } had you answered as most did
debrief-replays-by-panel =
    { $n ->
        [one] In one of them a decision came up that you have no answer to. It was answered as most reviewers answered it.
       *[other] In { $n } of them a decision came up that you have no answer to. It was answered as most reviewers answered it.
    }
debrief-replays-by-first =
    { $n ->
        [one] In one of them a decision came up that neither you nor reviewers have an answer to. The first option by name was taken.
       *[other] In { $n } of them a decision came up that neither you nor reviewers have an answer to. The first option by name was taken.
    }
debrief-replays-covered = No decision came up in them that you had not answered.

# One decision.
debrief-decision = { $n }. { $title }
debrief-asked = You were asked: { $text }
debrief-told = What you knew, as reviewers were asked to suppose it: { $text }
debrief-chose = You answered: { $answer }
debrief-chose-list = You answered:
debrief-reason = Your reason: { $text }
debrief-no-sure = You did not say how sure you were.
debrief-sure = How sure you were: { $sure }.
debrief-change = What would change your mind: { $text }
debrief-cites = You relied on: { $cites }.
debrief-cite-passage = { $title } ("{ $passage }")
debrief-no-cites = Your answer cites nothing.
debrief-how-pair = Two of you committed it together.
debrief-how-room = A room committed it, with these votes: { $votes }.
debrief-how-room-alone = A room committed it.
debrief-how-room-votes = { $option } ({ $count })
debrief-not-blind = You had looked at reviews before you committed this, so it is not blind.
debrief-answer-rank = { $place }. { $option }
debrief-answer-rating = { $option }: { $rating }
debrief-answer-level = { $risk }: { $level }
debrief-answer-none = No answer. { $why }
debrief-rating = { $word } ({ $number })

# How reviewers answered it.
debrief-reviewers-heading = How reviewers answered
debrief-reviewers-about =
    { $reviewers ->
        [one] One reviewer was asked the same.
       *[other] { $reviewers } reviewers were asked the same.
    } { $abstained ->
        [0] Every one of them answered.
        [one] One left it, and says why.
       *[other] { $abstained } left it, and say why.
    }
debrief-reviewers-few = There are too few of them for counts, so each is shown alone.
debrief-votes = { $votes } of { $reviewers }
debrief-yours = { $answer } (as you)
debrief-ranked-about = Reviewers' place { $rank }, yours { $yours }. Put first by { $firsts } of { $reviewers }.
debrief-rated-about = Reviewers' mean { $mean }, you { $yours }.
debrief-in-short = In short: { $text }
debrief-group-counted =
    { $reviews ->
        [one] One reviewer: { $of }
       *[other] { $reviews } reviewers: { $of }
    }
debrief-group-option = { $option }
debrief-group-option-yours = { $option } (as you)
debrief-group-option-commonest = { $option } (the commonest answer)
debrief-group-option-commonest-yours = { $option } (the commonest answer, as you)
debrief-group-commonest = with the commonest answer
debrief-group-others = with another answer
debrief-group-few = One by one
debrief-group-no-answer = no answer
debrief-group-other-options = an answer about other options than were open to you
debrief-older-heading = Reviews of an earlier wording, not counted
debrief-review-sure = { $percent }% sure.
debrief-review-change = What would change it: { $text }
debrief-review-looked = Looked for: { $things }.
debrief-review-supposed = Did not come to this point, and supposed it.

# What it comes to.
debrief-credit-heading = What it comes to
debrief-credit = Agreement { $score } on a scale from 0 to 1, from { $answered } answers.
debrief-share-choice = The commonest was given by { $share }% of them.
debrief-share-rank = The same was put first by { $share }% of them, the most for any.
debrief-share-ratings = The commonest rating of each was given by { $share }% of them on average.
debrief-share-levels = The commonest level of each was given by { $share }% of them on average.
debrief-credit-several =
    { $votes ->
        [one] What you chose has 1 vote; the most that { $most } can have is { $best }.
       *[other] What you chose has { $votes } votes; the most that { $most } can have is { $best }.
    }
debrief-credit-votes =
    { $votes ->
        [0] None of the { $answered } chose this; the commonest answer has { $most }.
        [one] One of the { $answered } chose this; the commonest answer has { $most }.
       *[other] { $votes } of the { $answered } chose this; the commonest answer has { $most }.
    }
debrief-credit-with-most =
    { $votes ->
        [one] One of the { $answered } chose this, and no answer has more.
       *[other] { $votes } of the { $answered } chose this, and no answer has more.
    }
debrief-rank-same-first = You put the same first as the reviewers did together.
debrief-rank-other-first = You put another first than the reviewers did together.
debrief-rank-tau = Kendall's tau-b { $tau }.
debrief-ratings-profile = Mean squared distance { $distance }: { $elevation } from rating higher or lower, { $dispersion } from using more or less of the scale, { $shape } from another order.
debrief-level-figures = { $risk }: agreement { $aggregate }. Beside it: nearness to the commonest level { $mode }, to the mean { $mean }, agreement with a penalty for distance { $penalty }.
debrief-not-scored = Not scored: { $why }
debrief-not-scored-no-panel = nobody has reviewed this case.
debrief-not-scored-no-sheet = nobody reviewed this knowing what you knew.
debrief-not-scored-stale = the question was reworded after it was reviewed.
debrief-not-scored-shown-only = the answers are for discussion. A number would say more than they do.
debrief-not-scored-abstained = every reviewer left it.
debrief-not-scored-few =
    { $answered ->
        [0] nobody's answer can be counted, and it takes five.
        [one] one reviewer answered, and it takes five.
       *[other] { $answered } reviewers answered, and it takes five.
    }
debrief-not-scored-no-order = the reviewers' order is one single tie.
debrief-not-scored-does-not-fit = the answer no longer fits the question.
debrief-not-scored-trial = this run is a trial.

# What there was to know.
debrief-number =
    { $n ->
        [2] Two
        [3] Three
        [4] Four
        [5] Five
        [6] Six
        [7] Seven
        [8] Eight
        [9] Nine
        [10] Ten
       *[other] { $n }
    }
debrief-unseen-heading = What there was to find
debrief-unseen-summary =
    { $n ->
        [one] One thing was there to find before this decision, from { $since }: { $title }.
       *[other] { debrief-number } things were there to find before this decision. The earliest was there from { $since }: { $title }.
    }
debrief-unseen-none = Nothing that bore on it was left unseen.
debrief-unseen-file = In the file, not opened.
debrief-unseen-unread = Not opened. It came in { $since }.
debrief-unseen-not-done = Not done. It was open to you from { $since }.
debrief-unseen-later = You asked { $asked }, and what it brought came { $came }.
debrief-unseen-never = You asked { $asked }, and nothing had come when the run ended.
debrief-unseen-looked =
    { $n ->
        [one] One of { $reviewers } reviewers looked for it.
       *[other] { $n } of { $reviewers } reviewers looked for it.
    }
debrief-unseen-looked-some = Looked for by reviewers.
debrief-unseen-claims = It bears on: { $claims }
debrief-unseen-others = Also not opened: { $titles }.
debrief-touching-heading = What is required, whatever one chooses

# Decisions that were not reached.
debrief-not-reached-heading = Decisions that you did not come to
debrief-not-reached-about = They are in no sum.
debrief-never-put = { $title }: it was never put to you.
debrief-skipped = { $title }: it did not arise as things stood.
debrief-unanswered = { $title }: it was put, and not answered.

# Floors.
debrief-floors-heading = What law and safeguarding require
debrief-floors-about = Kept apart from what reviewers would have done: popularity does not make an unsafe act safe.
debrief-floor-source = Source: { $source }
debrief-floor-not-applicable = Did not arise.
debrief-floor-never = Kept throughout.
debrief-floor-kept = Kept { $at }.
debrief-floor-breached = Breach: required from { $since }, and not done by { $at }.
debrief-floor-broken = Breach: { $at }.
debrief-floor-open = Required from { $since }, and still open.
debrief-floor-open-until = Required from { $since }, and still open: there was time until { $due }.

# Deadlines.
debrief-duties-heading = Duties with a date
debrief-promises-heading = What you promised
debrief-actions-heading = Actions agreed under MAPPA
debrief-deadline-met = Due { $due }. Done { $met }.
debrief-deadline-missed = Due { $due }. Not done by then.
debrief-deadline-cancelled = Due { $due }. No longer needed from { $off }.
debrief-deadline-running = Due { $due }. The run ended before that.
debrief-deadline-untold = Nobody mentioned it.
debrief-deadline-told = Nobody told you of it; you could read of it from { $at }.
debrief-deadline-rule = Set by a rule: { $rule }
debrief-rule = { $text } (Source: { $source }.)
debrief-rule-not-certain = { $rule } { $sure }.

# What went on.
debrief-leaks-heading = What reached somebody it should not have
debrief-leak = It reached { $to } { $at }.
debrief-leak-by = It reached { $to } { $at }, when you did this: { $by }
debrief-altered-heading = Records that were changed
debrief-altered-looked = Changed { $at }. You looked at the new entry.
debrief-altered-not-looked = Changed { $at }. You did not look at the new entry.
debrief-altered-old = It used to say: { $title }
debrief-altered-new = It now says: { $title }
debrief-entry = { $at }: { $text }
debrief-entry-by = { $at }, { $by }: { $text }
debrief-thanks-heading = What came because of what you did
debrief-thanks = { $title } ({ $at }). This came because you did this: { $because }
debrief-time-heading = Where the time went
debrief-time = { $spent } used of { $given }.
debrief-time-late = { $late } of it was worked past the end of the day or week.
debrief-time-forms = Everyday forms
debrief-time-reading = Reading
debrief-time-telling = Passing things on
debrief-time-talk = Talk that came of itself

# All of it together.
debrief-overall-heading = All decisions together
debrief-scored-of =
    { $answered ->
        [0] You answered no decision.
        [one] { $scored } of 1 decision scored.
       *[other] { $scored } of { $answered } decisions scored.
    }
debrief-mean = Mean agreement { $mean } on a scale from 0 to 1, over { $scored ->
        [one] 1 decision
       *[other] { $scored } decisions
    }, { $reviewers }. The commonest answer was given by { $spread } of them.
debrief-each-by = with { $n } reviewers to each
debrief-each-by-between = with { $fewest } to { $most } reviewers to each
debrief-spread = { $share }%
debrief-spread-between = between { $least }% and { $most }%
debrief-mean-not-blind =
    { $n ->
        [one] One of these answers was given after looking at reviews.
       *[other] { $n } of these answers were given after looking at reviews.
    }
debrief-no-mark = This is no mark. A cautious habit can agree with reviewers without any judgement, and good judgement can stand alone.
debrief-above-habits = Your answers agree with reviewers more than any habit would.
debrief-as-habits = Your answers agree with reviewers about as much as a habit would that needs no judgement: { $habit }.
debrief-below-habits = A habit that needs no judgement would agree with reviewers more than your answers do here: { $habit }.
debrief-range = In 95 of 100 draws of such a panel it would lie between { $low } and { $high }.
debrief-habits = In the same places these would have earned: { $habits }. A reviewer held against the others earned { $reviewer }.
debrief-habit = { $habit } { $earns }
debrief-habit-kind = always { $kind }
debrief-habit-longest = always the longest option
debrief-habit-middle = always the middle
debrief-habit-random = any answer
debrief-habit-longest-short = longest
debrief-habit-middle-short = middle
debrief-leans = You chose { $more } more than reviewers did, and { $less } less.
debrief-leans-more = You chose { $more } more than reviewers did, and nothing much less.
debrief-leans-less = You chose { $less } less than reviewers did, and nothing much more.
debrief-leans-even = You chose each kind of answer about as often as reviewers did.
debrief-on-scale = On the panel's own scale, on which a reviewer has 80 on average, this is { $place }.
debrief-sure-even =
    { $n ->
        [one] You were as sure as reviewers agreed (1 decision, Brier score { $brier }).
       *[other] You were as sure as reviewers agreed ({ $n } decisions, Brier score { $brier }).
    }
debrief-sure-more =
    { $n ->
        [one] You were surer than reviewers agreed, by { $points } in 100 (1 decision, Brier score { $brier }).
       *[other] You were surer than reviewers agreed, by { $points } in 100 ({ $n } decisions, Brier score { $brier }).
    }
debrief-sure-less =
    { $n ->
        [one] You were less sure than reviewers agreed, by { $points } in 100 (1 decision, Brier score { $brier }).
       *[other] You were less sure than reviewers agreed, by { $points } in 100 ({ $n } decisions, Brier score { $brier }).
    }
debrief-lean = What you lean to, and reviewers: { $kinds }.
debrief-lean-kind = { $kind } { $yours }% and { $panels }%
debrief-theme = { $theme }: { $scored } of { $answered } scored, mean { $mean }.
debrief-theme-not-scored = { $theme }: { $scored } of { $answered } scored.
debrief-policy-heading = Rules of this date that want checking
debrief-teaching-heading = For whoever leads a session
debrief-teaching-minutes = About { $minutes } minutes.
debrief-teaching-tends = { $text }

## What is kept, and what can go wrong with it
store-no-folder = This system names no folder for a program's data. Say where runs are to be kept: --data-dir FOLDER
store-not-built-in = This build of Defensible keeps no records. Use --log FILE to write a run to a file.
store-missing = { $path }: it is not there. If it lies on a stick or another machine, plug it in or connect; or choose another folder with --data-dir.
store-not-allowed = { $path }: you may not read or write there. Choose another folder with --data-dir, or ask whoever looks after this machine.
store-read-only = { $path }: it can be read but not written. Choose another folder with --data-dir, or take the write protection off.
store-full = { $path }: the disk is full. Make some room; what you do is saved as soon as there is some.
store-wrong-kind = { $path }: there is a file where a folder should be, or a folder where a file should be. Move it away, or choose another folder with --data-dir.
store-exists = { $path } is there already, and is not written over. Give another name.
store-trouble = { $path }: { $why }. The disk or the folder may be failing; choose another folder with --data-dir if this goes on.
store-busy = { $path }: another program is using the file and did not let go. Close other programs that may have it open, such as a backup or a database viewer.
store-opening = { $path }: another window of Defensible is just opening it, or mending it. Try again in a moment.
store-erased = { $run }: this run was erased in another window. What you do here is in memory only; "save FILE" at the desk writes it to a file.
store-gone = { $path }: the file was moved or deleted while it was open. Put it back if you can; whatever you do is saved as soon as it can be.
store-newer = { $path }: a newer version of Defensible wrote this (format { $version }). Nothing has been changed. Use that version, or choose another folder with --data-dir.
store-not-ours = { $path }: this file belongs to another program. Nothing has been changed. Move it away, or choose another folder with --data-dir.
store-damaged = { $path }: it is damaged. { $what }
store-damaged-in-use = { $path }: it is damaged, and another window of Defensible has it open. Close the other windows and start again: everything that can be proved will be brought over. Nothing has been changed.
store-no-run = There is no run { $run } in the records. defensible records list names those that are kept.
store-run-exists = There is a run called { $run } already, and it is another one. Nothing has been changed.
store-conflict = { $run }: another window has gone on with this run, from event { $seq } on. What you do here is in memory: "save FILE" at the desk writes it to a file of its own.
store-in-use = { $run }: another window is playing this run. Go on there, or close it first. To look at it meanwhile: defensible records show { $run }
store-traces = It is erased, but { $path } is open elsewhere, so traces of it may still be in the file. Close other windows of Defensible and do the same again.
store-stopped = Saving has stopped because of a mistake in Defensible. "save FILE" at the desk writes all of the run to a file; then start again.
store-slow = The disk takes very long to save.
store-network = { $path } lies on another machine or in a shared folder ({ $kind }). Saving is slower there: the rollback journal is used, because the faster write-ahead log can't be relied on there.
store-mended =
    { $whole ->
        [one] The file of records was damaged and has been mended. { $why } One run was brought over whole. The damaged file lies in { $path }, as it was.
       *[other] The file of records was damaged and has been mended. { $why } { $whole } runs were brought over whole. The damaged file lies in { $path }, as it was.
    }
store-cut = { $run }: { $good } of { $of } events could be proved and were brought over. You can go on with it from there.
store-lost-text = { $run }: the text of { $text } that it was played with is lost, so it can't be played on. What was done and written in it lies in { $path }
fault-file = The database says: { $why }
fault-headless = The file itself is missing or empty, and only its journal is there.
fault-rows = Rows of the table "{ $table }" are missing, or there are more than there should be.
fault-row = A row of the table "{ $table }" was changed.
fault-chain = Its first { $good } of { $of } events are proved; what follows is missing or was changed.
fault-text = The text of { $name } that it was played with is missing or was changed.
fault-older = The end is missing, or an older copy was put in the file's place: it has { $by } changes fewer than it had.

## Records

records-person-named = { $id } ({ $name })
records-in-play = in play
records-over = over
records-trial = { $stands }, a trial
records-played = { $scenario }, luck { $luck }
records-events =
    { $n ->
        [0] no events
        [one] 1 event
       *[other] { $n } events
    }
records-runs =
    { $n ->
        [0] no runs
        [one] 1 run
       *[other] { $n } runs
    }
records-asides =
    { $n ->
        [one] 1 damaged file that was set aside
       *[other] { $n } damaged files that were set aside
    }
records-temporaries =
    { $n ->
        [one] 1 temporary file
       *[other] { $n } temporary files
    }
# One run among several: name, whose, what, where it stands, when something was last added.
records-line = { $run }: { $person }, { $played }, { $stands }, last { $last }
records-holds-people = It holds what people wrote. Keep it where only those can read it who need to.

# What was typed, and is not there.
records-nobody = Nothing is kept here of anybody called "{ $id }".
records-nobody-near = Nothing is kept here of anybody called "{ $id }". Did you mean { $near }?

# list
records-list-none = No runs are kept here yet. To begin one: defensible play missed-monday
records-list-none-of = No runs of { $person } are kept here.
records-list-count =
    { $n ->
        [one] 1 run is kept here.
       *[other] { $n } runs are kept here, in the order in which they came to be kept.
    }
records-list-what = { $played }, { $events }
records-list-dates = begun { $began }; last { $last }

# show
records-row-person = Person
records-row-scenario = Scenario
records-row-variant = Variant
records-row-luck = Luck
records-row-began = Begun
records-row-last = Last
records-row-stands = Stands
records-row-proved = Proved
records-row-texts = Played with
records-row-drafts = Half written
records-edition = { $scenario }, edition { $edition }
records-proved = { $events }, each as it was written; the fingerprint of the last is { $head }
records-text = { $name } { $hash }
records-texts-more = { $texts } and { $n } more
records-drafts = an answer or a form ({ $places })
records-show-lines = What happened so far, as the trainee knows it
records-show-over = The debrief: defensible debrief { $run }
records-show-on = To go on with it: defensible play --resume { $run }
records-show-unreadable = What happened in it can't be told by this version of Defensible. Nothing is lost; the version that wrote it can tell.
records-show-differs = Played again, it comes out otherwise from somewhere on, so what happened is told only up to there. Another version of Defensible wrote it, and that can tell the rest.

# export
records-export-done = { $runs } written to { $path }
records-export-one-log = A log is of one run, and { $n } were asked for. Name one, or choose --format json.

# import
records-import-line = { $person }: { $what }
records-import-new = kept as { $run }, { $events }
records-import-renamed = kept as { $run }, { $events }. Another run here is called { $was }
records-import-known = already kept as { $run }
records-import-further = { $run } goes on: { $events } more
records-import-behind = { $run } here goes further, and is left as it is
records-import-sum = { $sums }.
records-import-sum-new = { $n } new
records-import-sum-further = { $n } brought up to date
records-import-sum-here = { $n } here already
records-import-sum-refused = { $n } not taken in
records-import-nothing = { $path }: there is nothing here to import. Logs (.jsonl), exports (.json) and backups (.sqlite) can be.
records-import-link = { $path }: this is a link, and links are not followed. Copy the file here, or name it by itself.
records-import-deep = { $path }: this folder lies too deep in others to be looked through. Name it by itself.
records-import-large = { $path }: it is larger than { $most } MiB, and nothing that Defensible wrote is. Is this the right file?
records-import-whose = { $path }: no id can be made of its name. Say whose it is with --person ID.
records-import-no-export = { $path }: this is no export of Defensible.
records-import-newer = { $path }: this export is of version { $version }, and this program reads version 1. Open it with a newer version of Defensible.
records-import-broken = { $path }:{ $line }: the export is cut off or damaged ({ $why }). Use a copy of it, or export it again.
records-import-changed = { $path }: it is not what was exported. The file was changed; use a copy from before, or export it again.
records-import-refused = { $run } is not taken in. { $why }
records-import-other-name = { $id } is { $here } here, and { $there } in what was imported. The name here stays.

# erase and purge
records-erase-would = This would be erased, and could not be brought back:
records-erase-name = the name of { $id }: { $name }
records-erase-drafts = what is half written in these runs
records-erase-aside = { $path }: a damaged file that was set aside. It may hold anybody's runs, so all such files go
records-erase-temporary = { $path }: a temporary file
records-erase-not-yet = Nothing has been erased. To do it, say the same with --yes.
records-removed = Erased: { $what }.
records-removed-name = Erased: all that was kept, which was no more than a name.
records-backups =
    { $n ->
        [one] This backup was made from here and is still there. It may hold what is erased; delete it too, or make a new one and delete it then:
       *[other] These backups were made from here and are still there. They may hold what is erased; delete them too, or make a new one and delete them then:
    }
records-backup-line = { $path } (made { $made })
records-backup-away = { $path } (made { $made }; not found there just now)
records-elsewhere = Files that were exported or copied to other places are not known here.
records-purge-no-policy = Nothing says how long things are kept. Say it this once with --older-than "2 years", or for good with defensible records retention --finished "2 years".
records-purge-nothing = Nothing is older than that. Nothing was erased.
records-purge-would = This is older than it should be, and would be erased for good.
records-purge-finished = Runs that are over, with nothing added for { $age }:
records-purge-unfinished = Runs that are not over, with nothing added for { $age }:
records-purge-set-aside = Damaged files that were set aside more than { $age } ago:
records-purge-people = Their names go with their last runs: { $people }.
records-purge-ahead =
    { $n ->
        [one] One run bears a date that is still to come, so it counts as new: { $runs }. The clock of this computer is wrong, or was.
       *[other] { $n } runs bear dates that are still to come, so they count as new: { $runs }. The clock of this computer is wrong, or was.
    }

# retention
records-keep-for = kept for { $age } after something was last added
records-keep-ever = kept for ever
records-keep-finished = Runs that are over: { $kept }.
records-keep-unfinished = Runs that are not over: { $kept }.
records-keep-set-aside = Damaged files that were set aside: { $kept }.
records-keep-how = Nothing goes by itself. defensible records purge says what is older, and erases it with --yes.
records-keep-off = To set how long: defensible records retention --finished "2 years" --unfinished "6 months"
records-age-unreadable = "{ $typed }" is no length of time. Write it as "90 days", "18 months" or "2 years".
records-age-no-unit = "{ $typed }" of what? Write it as "{ $typed } days", "{ $typed } months" or "{ $typed } years".
records-age-too-fine = "{ $typed }" has hours or minutes in it, and things are kept by days. Write it as "90 days", "18 months" or "2 years".
records-age-negative = "{ $typed }" goes backwards. Write how long things are kept: "90 days", "18 months" or "2 years".
records-age-nothing = "{ $typed }" is no time at all, and would erase everything. defensible records erase does that, person by person.
records-age-too-long = "{ $typed }" is longer than a thousand years. To keep things for ever, say never.

# verify
records-verify-counts = Looked at: { $runs }, { $events }.
records-verify-sound = All of it is as it was written.
records-verify-fault = { $run }: { $what }
records-verify-faults =
    { $n ->
        [one] 1 thing is not as it was written. Nothing was changed. Whatever next reads it sets the damaged file aside and brings over all that proves itself.
       *[other] { $n } things are not as they were written. Nothing was changed. Whatever next reads it sets the damaged file aside and brings over all that proves itself.
    }
records-no-folder = { $path }: there is no such folder, so nothing is kept there.
records-verify-nothing = { $path }: nothing is kept here yet, so there is nothing to verify.

# backup
records-backup-done = A copy of everything that is kept, { $runs }, was written to:

# name
records-name-is = { $id } is { $name }.
records-name-unknown = Nobody has said who { $id } is.
records-name-forgotten = It is no longer kept who { $id } is.
records-name-new = No run of { $id } is kept here yet.
records-name-odd = A name has 1 to { $most } characters, on one line.
