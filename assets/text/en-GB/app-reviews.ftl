# The desktop app: how reviewers answered, as a picture and one by one.

## The picture

app-reviewers-list = How reviewers answered
app-reviewers-legend = Roles of the reviewers
app-reviewers-squares =
    { $of ->
        [one] Each square is one reviewer
       *[other] Each square is one of { $of } reviewers
    }
app-reviewers-bars = Each bar is as long as all { $of } reviewers
app-reviewers-picture = Reviewers by role, { $of } in all: { $rows }
app-reviewers-row = { $label }, { $votes }
app-reviewers-no-votes = none of these was chosen
app-reviewers-cell = { $label }, { $votes }
app-reviewers-you = You
app-reviewers-yours = your answer

## The screen

app-reviews-do = How others answered: { $title }
app-reviews-foot = Ways out
app-reviews-nobody = Nobody has reviewed this as it stood for you.
app-reviews-sure = Once you have looked, your later answers are no longer blind, and the debrief says so.
app-reviews-look = Look now
app-reviews-rest = What there was to find before it, and what it comes to, is in the debrief at the end.
