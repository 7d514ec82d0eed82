# The desktop app: the library.

## Runs to go on with

app-library-go-on-with = Go on with
app-library-go-on = Go on
app-library-go-on-name = Go on with { $title }
app-library-go-on-others = Other runs to go on with
app-library-last = Last played { $date }.
app-library-more = Show { $n } more
app-library-opening = Opening { $title }.

## What is asked for

app-library-filters = Filters
app-library-search = Search the cases
app-library-search-hint = Title, name, content
app-library-theme = Theme
app-library-place = Place
app-library-length = Length

## Cases

app-library-cases = Cases
app-library-reading = Reading the cases and your runs.
app-library-no-cases = There is no case here that can be read.
app-library-troubles = What could not be read
app-library-length-place = { $length }. { $place }
app-library-contains = Contains:
app-library-themes-more = and { $n } more
app-library-also = Also with the { $rules }

## Past runs

app-library-past = Past runs
app-library-past-reading = Reading your runs.
app-library-past-none = A run that you finish is listed here, with how it went.
app-library-past-learning = Runs are for learning. No pass mark, no ranking.
app-library-read-debrief = Read the debrief
app-library-further =
    { $n ->
        [one] An older run is not shown.
       *[other] { $n } older runs are not shown.
    } In a terminal, defensible records list names all of them.
