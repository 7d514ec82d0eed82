# The two big pictures of the case file, and their lists.

## Both

app-pictures-show-picture = Show the picture
app-pictures-show-list = Show the list
app-pictures-more =
    { $n ->
        [one] and 1 more
       *[other] and { $n } more
    }

## Chronology

app-pictures-list = Chronology as a list
app-pictures-nothing = Nothing has happened yet.
app-pictures-all-weeks = All weeks
app-pictures-week = Week
app-pictures-week-of = Week of
app-pictures-risks = Risks
app-pictures-out = Zoom out
app-pictures-in = Zoom in
app-pictures-fit = Fit
app-pictures-fit-name = Fit: show all weeks

## People and agencies

app-pictures-fact = { $letter }: { $title }
app-pictures-person = { $name }, { $part }: { $line }. Knows: { $knows }
app-pictures-row = { $name }, { $line }. Knows: { $knows }. Last: { $last }
app-pictures-more-people = { $more }: { $names }
app-pictures-middle = { $name }, { $words }
app-pictures-chosen = Chosen
app-pictures-everyone = Everyone
app-pictures-who = Who
app-pictures-knows = Knows
app-pictures-last = Last
app-pictures-last-heard = Last heard
app-pictures-contact = Contact
app-pictures-you-asked = You asked
app-pictures-last-told = You told
app-pictures-not-told = Not told
# Night log, Tue 6 Jan, 08:40
app-pictures-at = { $what }, { $when }
app-pictures-asked-answered = { $what }, { $when }. Answered { $answered }
app-pictures-asked-waiting = { $what }, { $when }. No answer yet
app-pictures-ask = Ask
app-pictures-ask-name = Ask { $name }
app-pictures-tell = Tell
app-pictures-tell-name = Tell { $name }
app-pictures-nothing-to-ask = Not yet: there is nothing to ask { $name } now. What can be done changes as you read and as time passes.
app-pictures-nothing-to-tell = { $name } is known to know all that is shown here. Choose something else to show, and it can be told.
app-pictures-facts-choose = Choose what is shown
app-pictures-facts = What is shown
app-pictures-facts-most =
    { $n ->
        [0] Nothing is shown now. At most { $most } have room.
        [one] One is shown. At most { $most } have room.
       *[other] { $n } are shown. At most { $most } have room.
    }
app-pictures-facts-latest = Nothing was chosen, so the latest that you cited or read are shown.
app-pictures-facts-done = Done
app-pictures-facts-clear = Show the latest
