## Form

app-form-region = Form
app-form-region-foot = Keep it or sign it
app-form-none = Not yet: this can't be written now.
app-form-for = For { $name }
app-form-going-on = You had begun this. It stands as you left it.
app-form-saved = Draft saved { $time }
app-form-not-saved = Not saved to disk: it is kept while this window is open
app-form-levels = What the levels mean
app-form-levels-term = serious harm
app-form-source = Follows: { $source }
app-form-before = In the earlier text: { $text }
app-form-start-help = It is put into the fields, and you change what has changed. Or begin with the first field.
app-form-which-case = Which case is it for?
app-form-case = Case
app-form-case-missing = Choose one.
app-form-summary = What is missing
app-form-problem = { $label }: { $message }

# Fields
app-form-count = { $n } of at most { $most } words
app-form-clear = Clear
app-form-clear-name = Clear: { $label }
app-form-day-hint = Tue week 4, 2 Dec or today
app-form-day-unread = This can't be read as a day.
app-form-no-day = "{ $typed }" can't be read as a day. Write it as Tue week 4, 2 Dec or today.
app-form-cites-so-far =
    { $n ->
        [0] Nothing cited yet: choose from what you have read
        [one] 1 cited: to the list
       *[other] { $n } cited: to the list
    }

# Ratings
app-form-grid-whom = To whom
app-form-grid-level = Level (bar: last rating)
app-form-grid-why = Why
app-form-level = { $risk }: { $level }. { $last }
app-form-level-none = { $risk }: no level yet. { $last }
app-form-why-name = Why, for { $risk }
app-form-why = Harm by what, when, and what makes it likelier
app-form-why-changed = What has changed, and how you know

# Steps
app-form-step-first = Add a step
app-form-step-add = Add another step
app-form-step-who = Who
app-form-step-who-name = Step { $number }, who: { $who }
app-form-step-who-list = Step { $number }: who does it
app-form-step-what = Does what
app-form-step-what-name = Step { $number }, does what
app-form-step-by = By when, such as 2 Dec
app-form-step-by-name = Step { $number }, by when
app-form-step-take-out = Take out step { $number } of { $of }
app-form-step-out = Step { $number } taken out
app-form-steps-so-far = { $n } of at least { $least }

# Evidence
app-form-rely = What you rely on
app-form-cited-count = { $n } cited
app-form-nothing-cited = Nothing yet.
app-form-number = { $number }
app-form-quoted = “{ $text }”
app-form-open = Opened, not cited
app-form-nothing-read = Nothing has been opened yet.
app-form-all-cited = All that you opened is cited.
app-form-cite-hint = cites the chosen one where you are writing.
app-form-row-cited = Enter puts its number where you are writing. Delete takes it out.
app-form-row-open = Enter cites it where you are writing.
app-form-take-out = Take out: { $title }
app-form-not-on-desk = No longer on your desk
app-form-do-cite = Cite the chosen item where you are writing
app-form-cited = Cited as { $number }
app-form-cited-in = Cited as { $number } in { $label }
app-form-put = { $number } put into { $label }
app-form-put-nowhere = Put the caret into a text first: its number goes there.
app-form-uncited =
    { $marks ->
        [0] { $number } taken out
        [one] { $number } taken out, and from 1 place in your text
       *[other] { $number } taken out, and from { $marks } places in your text
    }
app-form-cite-nothing = There is nothing to cite.

# Foot
app-form-keep = Save and close
app-form-sign = Sign
app-form-takes = Signing takes { $minutes }
app-form-discard = Discard draft
app-form-discard-ask = Throw away what is written here?
app-form-discard-do = Throw it away
app-form-discard-not = Keep it
app-form-discarded = Thrown away.
