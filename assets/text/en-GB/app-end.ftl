# The desktop app: the end of the turn.

app-end-due = Due, and not done
app-end-unread = Not read
app-end-unopened = In the file, not opened
app-end-asked = Asked, and no answer yet
app-end-drafts = Begun, and not signed
app-end-in-hand = In hand
app-end-from = { $from }: { $title }
app-end-sent = Sent { $since }
app-end-sent-likely = Sent { $since }, answer likely { $likely }
app-end-all = Show all { $n }
app-end-time = Where the time went
app-end-left = Left
app-end-late = Worked late
app-end-known = Known for { $turn }
app-end-look-back = You can look back at any turn. You cannot act in one that has ended.
app-end-foot = Go on or go back
