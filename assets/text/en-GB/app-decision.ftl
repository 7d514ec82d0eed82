# The desktop app: a decision.

## What is asked and answered

app-decision-not-asked = This is not being asked now.
app-decision-several-left =
    { $left ->
        [one] { $chosen } of { $most } chosen. You may choose 1 more.
       *[other] { $chosen } of { $most } chosen. You may choose { $left } more.
    }
app-decision-several-full = You have chosen { $most }, and no more can be chosen. Take one back to choose another.
app-decision-order = Your order, the first one first
app-decision-rank-how = The first one stands at the top.
app-decision-keys-move = move
app-decision-keys-send = send to that place
app-decision-ranked = { $place }, { $label }
app-decision-moved = { $label }, moved to { $place } of { $of }
app-decision-moved-up = moved up from { $from }
app-decision-moved-down = moved down from { $from }
app-decision-up = Move up: { $label }
app-decision-down = Move down: { $label }
app-decision-first-already = It stands first already.
app-decision-last-already = It stands last already.
app-decision-order-not-yours = Nothing has been moved. This is the order in which they were written down, and not yet your answer.
app-decision-order-is-mine = This is my order
app-decision-order-yours = This is your order.
app-decision-risk = { $risk }. { $present }

## What is written with it

app-decision-why = Why
app-decision-why-about = what you rely on, and what you gave less weight
app-decision-why-order = Why this order
app-decision-why-order-about = what you rely on, and what can wait
app-decision-change = What would change my mind
app-decision-change-about = be particular; it may stay empty
app-decision-change-hint = If you learned what, would you answer otherwise?
app-decision-reason-needed = A reason is needed: a sentence or two is enough.
app-decision-sure = How sure are you?
app-decision-sure-unset = Not set
app-decision-sure-open = Leave it open
app-decision-sure-least = Guessing
app-decision-sure-middle = Could go either way
app-decision-sure-most = Certain

## What there is to go on

app-decision-know = What you know
app-decision-know-about = as you cited it
app-decision-nothing-cited = You have cited nothing so far.
app-decision-passage = “{ $text }”
app-decision-row-does = Enter puts its number into what you write. Delete takes it out.
app-decision-put-in = { $number } put in: { $title }
app-decision-taken-out = { $number } taken out: { $title }
app-decision-take-out = Take out: { $title }
app-decision-open = Opened, and not cited
app-decision-all = Show all { $n }
app-decision-not-heard = You have not heard back
app-decision-asked = { $who }: { $label }, { $waiting }
app-decision-unopened = Not opened
app-decision-floors = Whatever you choose
app-decision-reviewers =
    { $n ->
        [one] One reviewer has answered this, knowing no more than you could.
       *[other] { $n } reviewers have answered this, knowing no more than you could.
    }
app-decision-theirs-next = You will see theirs once you have committed.
app-decision-theirs-at-end = You will see theirs at the end.

## The foot

app-decision-foot = Keep or commit
app-decision-keep = Keep as a draft
app-decision-commit = Commit this decision
app-decision-left = Not committed. What you wrote is kept for when you come back.
app-decision-missing = Still to do: { $things }
app-decision-missing-one = choose one
app-decision-missing-several = choose at least one
app-decision-missing-order = move something, or say that this is your order
app-decision-missing-ratings =
    { $n ->
        [one] rate 1 more
       *[other] rate { $n } more
    }
app-decision-missing-reason = say why
app-decision-keeping = Keeping it…
app-decision-committed = Committed and saved.
app-decision-in-memory = Committed. It could not be written to the disk yet, so it is in memory only, and is tried again with whatever you do next.
