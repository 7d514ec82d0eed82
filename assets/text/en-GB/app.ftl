# The desktop app: words of the window itself, and of what lies over its screens. Each large screen has a file of its own.

## The bar on top

app-name = Defensible
app-name-to-library = Defensible: to the library
app-region-top = Top
app-region-notices = Notices
app-library = Library
app-debrief = Debrief
app-back-to-desk = Back to the desk
app-find = Find or do
app-save-report = Save as a report
app-not-kept = Not kept: in memory only
app-put-away = Put away
app-days-past = { $today }; { $past } past
app-cases = { $name }. { $n } cases: choose another
app-case-waits = { $name }: { $waits }
app-case-questions = { $n } to decide
app-case-nothing = nothing new

## What can be asked for, as the palette and the keys name it

app-do-clear-filters = Clear all filters
app-do-start = Start the case
app-do-draw-luck = Draw another luck code
app-do-not-now = Not now
app-do-sign = Sign the form
app-do-keep-form = Save the form and close it
app-do-commit = Commit this decision
app-do-keep-answer = Keep the answer as a draft
app-do-next-turn = Go on
app-do-back-to-desk = Back to the desk
app-do-save-report = Save the debrief as a report
app-do-library = To the library
app-do-step-out = Step out one level
app-do-next-pane = Next part of the screen
app-do-previous-pane = Previous part of the screen
app-do-palette = Find or do anything
app-do-glossary = Glossary
app-do-settings = Settings
app-do-keys = Keys of this screen
app-do-leave = Leave Defensible
app-do-cite = Cite what is chosen, or all of it
app-do-note = Write a note
app-do-next-item = Next in the inbox
app-do-previous-item = Previous in the inbox
app-do-widen = Widen the case file
app-do-answer = Answer: { $title }
app-do-go-on = Let time pass to the next thing
app-do-case = Show the case of { $name }

## Keys that move

app-keys-tab = To the next thing
app-keys-arrows = Inside a list, tabs or a row of levels
app-keys-enter = Open or press
app-keys-rank = Move an option in a ranking
app-keys-step = From event to event
app-keys-nearer = Nearer, or further off
app-keys-fit = All weeks
app-keys-picture = Picture or list, where only one fits

## Palette

app-palette-hint = A document, a person, something to do
app-palette-count = { $n ->
    [one] 1 found
   *[other] { $n } found
}
app-palette-none = Nothing here is called that.
app-palette-file = In the file
app-palette-case = Case
app-palette-go-on = Go on with { $title }
app-palette-debrief = Debrief of { $title }

## Settings

app-settings = Reading and motion
app-text-size = Text size
app-colours = Colours
app-colours-light = Light
app-colours-dark = Dark
app-colours-contrast = High contrast
app-reveal = Show the reviewers
app-reveal-each = Each decision
app-reveal-end = At the end
app-still = Reduce motion
per-cent = { $n }%

## Glossary

app-glossary-find = Find a term
app-glossary-hint = A word, or part of one
app-glossary-none = No term has that in it.

## Small sheets

app-close = Close
app-understood = Understood
app-not-now = Not now
app-do-it = Do it
app-takes = Takes { $time }
app-answer-likely = Answer likely { $when }
app-last-done = Last done { $when }
app-copied = Copied
app-note = Note
app-note-heading = Your note
app-note-hint = For yourself; it stands in your notes and in the chronology.
app-note-keep = Keep it
app-note-empty = Nothing is written yet
app-tell-heading = Pass on “{ $title }” to whom?
app-tell-knows = { $name }, has it already
app-tell-whether = Pass “{ $title }” on to { $name }?
app-tell-send = Pass it on
app-tell-other = Somebody else
app-left-heading = You left before it began
app-left-kept-nothing = Nothing was kept, and nobody is told.
app-report-written = The report is in { $path }

## The desk

app-inbox = Inbox
app-inbox-with-count = Inbox ({ $n })
app-inbox-only-unread = Only what is unread
app-inbox-earlier = Earlier
app-inbox-empty = Nothing here.
app-inbox-no-more = That is the end of the inbox
app-inbox-takes = takes { $n ->
    [one] 1 minute
   *[other] { $n } minutes
} to read
app-cited-as = cited as { $numbers }
app-told-to = passed on to { $names }
app-reading = Reading
app-reading-text = Text
app-reading-choose = Choose something from the inbox to read it. Each takes a few minutes of your time.
app-reading-nothing = All is read. You can look into the file, respond, or let time pass.
app-cite = Cite
app-cite-words = Cite these words
app-cite-nothing = Open something first: then it can be cited
app-cited-already = Cited already, as { $number }
app-cited-whole = All of it.
app-citation = { $number }: { $title }
app-used-in = Used in { $used }.
app-pass-on = Pass on
app-could-confirm = Could be confirmed by { $names }
app-you-asked = You had asked: { $asked }
app-told-at = Passed on to { $name }, { $when }
app-came-also = Came also { $when }
app-answer = Answer
app-window-from = { $name }: { $title }. { $minutes }
app-window-end = Leave it there
app-in-hand = { $what }: { $left }
app-in-hand-go-on = Go on with it
app-file = Case file
app-file-none = No case is yours yet.
app-file-back = Back to the page
app-clock-short = { $turn }, { $time }, { $left } left
app-dock = Respond
app-dock-more = More
app-go-on = Let time pass
app-kind-help = { $help } { $counts }. Key { $key }
app-kind-with-counts = { $kind }: { $counts }
app-time-went = { $what } { $n } min
app-time-left = { $left } left of { $of }
app-time-used = { $left }. Used: { $list }
app-tray-what = What you would do
app-tray-takes = Takes
app-tray-likely = Answer likely
app-tray-close = Close
app-tray-empty = Nothing of this kind now.
app-tray-form = With the form “{ $form }”
app-tray-show-done = { $n } done already
app-tray-draft = A draft is kept
app-tray-done = Done { $when }
app-tray-before = Last done { $when }
app-tray-is-done = This is done already, and is done once

## The case file

app-tab-person = Person
app-tab-chronology = Chronology
app-tab-risk = Risk
app-tab-plan = Plan
app-tab-people = People
app-tab-due = Due
app-tab-notes = Notes
app-fact-order = Order
app-fact-managed = Managed at
app-fact-owner = Held by
app-conditions = Conditions, and what has been recorded
app-condition-acted = You put it to work: { $acted }
app-documents = Documents
app-due-nothing = Nothing is due that anybody has told you of.
app-due-at = Due { $when }
app-asked = Asked, and no answer yet
app-asked-of = { $name }, asked { $when }
app-ahead = Known dates
app-notes-heading = Your notes
app-notes-none = You have written none yet.
app-drafts = Half written
app-draft-open = Go on writing
app-cited = What you have cited
app-risk-heading = Risk of serious harm
app-levels-mean = What the levels mean
app-plan-heading = Risk management plan
app-plan-open = Open “{ $title }”
app-plan-step = { $who }, by { $by }

## The debrief's pages

app-debrief-decisions = Decisions
app-debrief-outcomes = Outcomes
app-debrief-timeline = Timeline

## No window, and scenarios that are watched

app-no-display =
    There is no display here to open a window on. The same desk works in a terminal:

      defensible play missed-monday
app-no-window =
    The window could not be opened. The system says: { $why }.
    It needs a display, and a graphics driver (Vulkan, Metal or DirectX 12). The same desk works in a terminal without one:

      defensible play missed-monday
app-watch-what = --watch needs --scenarios DIR: the folder that is to be watched.
app-watch-cannot = { $folder } can't be watched ({ $why }). Close the case and open it again to see what you changed.
app-watch-reread = The case was read again, and your run played again over it.
app-watch-reread-partly = The case was read again. { $done } of the { $of } things you did still fit it; the run goes on from there.
