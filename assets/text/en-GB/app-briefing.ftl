# The desktop app: the briefing.

app-briefing-choose-another = Choose another case
app-briefing-softer = Use softer texts
app-briefing-how = How it works
app-briefing-foot = Leave or start
app-briefing-waiting = The case is being read with the other rules.

## Which rules

app-briefing-dates = Rules of which date
app-briefing-dates-about = Law and policy changed between these dates. The people and the story are the same.

## Luck

app-briefing-copy = Copy the code
app-briefing-draw = Draw again
app-briefing-enter = Enter a colleague's code
app-briefing-code = A colleague's code
app-briefing-code-help = a word and four digits
app-briefing-use = Use this code
app-briefing-now = The luck code is { $code }.
