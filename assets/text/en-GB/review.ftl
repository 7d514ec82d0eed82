## Reviewing: what a reviewer is told, on every screen and on the page in a bundle

review-asked-heading = What you are asked
review-asked-play = Play this case as somebody who meets it for the first time. Open what you would open, do what you would do. There is no right answer to find, and nobody times you.
review-asked-each = At each decision give your answer, why, how sure you are and what would change your mind. Then say whether the question is realistic, whether anything confused you, and whether it was yours to answer.
review-asked-suppose = After the end you are asked about situations that your play did not lead to, so that every situation is answered by somebody.
review-asked-sittings = Stop whenever you like, and go on another day.
review-sent-heading = What your file holds
review-sent-who = Your role, your years of experience, a group if you name one, and the day. Never your name.
review-sent-answers = For each question your answer, your reason, how sure you were, what would change your mind, and what you said of the question.
review-sent-looked = What you did to find out more before you answered, and what you cited.
review-sent-not = Nothing else: not what you read or how long you took, not how your play went, and not what you began and left.
review-sent-shown = Trainees see your answers and reasons beside those of other reviewers, after they have answered themselves, with your role and years.
review-to-heading = Where it goes
review-to = Nothing is sent by itself. When you are done, send the file to { $to }.
review-to-by = Nothing is sent by itself. When you are done, send the file to { $to }, by { $by }.
review-withdraw-heading = If you change your mind
review-withdraw-before = Before you have sent it, delete the file, and nobody has anything.
review-withdraw = After that, write to { $to } and give the id that your file's name begins with. You need give no reason. Your reviews are taken out; trainees who were shown them before keep what they were shown.
review-withdraw-id = After that, write to { $to } and give your id, { $id }. You need give no reason. Your reviews are taken out; trainees who were shown them before keep what they were shown.
review-progress =
    { $done ->
        [0] None of { $of } questions is answered yet.
        [one] 1 of { $of } questions is answered.
       *[other] { $done } of { $of } questions are answered.
    }
review-standing-reached = answered in your play
review-standing-remark = answered in your play; say what you think of the question
review-standing-supposed = supposed
review-standing-to-suppose = to be supposed
review-standing-not-yet = not yet
review-supposed-moment = Suppose that you stand here and know this, whatever came about in your own play.
review-supposed-by = There is no hurry.
review-supposed-warning = You can change this until you send your file.
review-nothing-yet = There is no file yet: say first who you are.
review-not-written = { $name } can't be written: { $why }.
review-no-invitation = { $path } holds no invitation. defensible panel invite writes a folder for a reviewer.

## Reviewing in a terminal

tty-prompt-review = review>
tty-review-role = What is your role? Type a number or a name.
tty-review-role-is = Your role: { $role }.
tty-review-years = How many years have you done this kind of work?
tty-review-years-range = Type a number from 0 to { $most }.
tty-review-group = A group that may be shown, such as your office or your service. Enter for none. Please don't write your name.
tty-review-remark = About the question you just answered: { $title }
tty-review-outside = Was it within your competence? Enter for yes. If not, say in a line why: your answer then only lets the case go on, and is not sent.
tty-review-outside-why = Why is it outside your competence? One line; Enter to go back.
tty-review-realistic = Is it realistic? yes, no, or Enter to leave it open.
tty-review-realistic-how = Type yes or no, or press Enter to leave it open.
tty-review-confusing = Did anything confuse you? Enter for no, or say in a line what.
tty-review-suppose = Situations that your play did not lead to
tty-review-suppose-about =
    { $n ->
        [one] One question is left. You are told what you would know, and answer as if you were there.
       *[other] { $n } questions are left. In each you are told what you would know, and answer as if you were there.
    }
tty-review-suppose-how =
    { $left ->
        [one] Enter to answer; outside if it is not yours to answer; skip; or stop. This is the last.
       *[other] Enter to answer; outside if it is not yours to answer; skip; or stop. { $left } are left with this one.
    }
tty-commit-how-supposed = Type commit to keep it, a number to change a part, or back to leave it for now.
tty-review-file = Your file
tty-review-written = It is written: { $path }
tty-review-row = { $title }: { $told } ({ $standing })
tty-review-final = That was answered in your play, and stays.
tty-review-how = go for what is left, list to see every question, a number of that list to change an answer, or Enter to leave.
tty-help-review =
    You review this case: what you write goes into your file, and nobody sees it before you send it.
    Enter       the usual answer, or nothing to say
    back        one step back, where there is one
    quit        leave; all that you have said is kept
tty-help-reviewed =
    Your file is written, and written anew whenever you add something.
    go          go through the questions that are left
    list        every question, and how it stands
    3           answer question 3 of that list once more
    Enter       leave

## The page in a bundle

invite-title = You are invited to review a case: { $title }
invite-what = Newly qualified probation officers practise on this case. They answer, say why, and only then see how people with experience answered, and where those people disagreed. You are asked to be one of them. Everybody and every place in it is made up.
invite-length = It plays over { $length }. The situations that you did not meet come after that.
invite-begin-heading = How to begin
invite-begin = You need the program Defensible, version { $version } or later. Then, beside this folder, for a window:
invite-begin-terminal = Or in a terminal, by typing alone, which also works with a screen reader:
invite-closed = Please leave scenario.ron closed: it says how things come out. It is no secret, but your review is worth most if you meet the case as a trainee does.

## What the keeper of a panel is told

invite-written =
    { $n ->
        [one] { $path } is written, with one question for a reviewer. Read { $page } in it, as they will; then send them the folder. Their file comes to { $to }.
       *[other] { $path } is written, with { $n } questions for a reviewer. Read { $page } in it, as they will; then send them the folder. Their file comes to { $to }.
    }
invite-then = When a file comes back: defensible panel add { $scenario } FILE
invite-cannot = { $path } can't be written: { $why }.
invite-there = there is something of that name already. Say --out for another
invite-to-nobody = Say in --to who gets the reviewer's file and how: a name and an address.
add-new =
    { $n ->
        [one] { $id } is added, with 1 review of { $of }.
       *[other] { $id } is added, with { $n } reviews of { $of }.
    }
add-more =
    { $n ->
        [0] { $id } is in the panel already, and nothing is added.
        [one] { $id } is in the panel already; 1 review is added.
       *[other] { $id } is in the panel already; { $n } reviews are added.
    }
add-already =
    { $n ->
        [one] 1 review of { $id } was there already, word for word.
       *[other] { $n } reviews of { $id } were there already, word for word.
    }
add-stale =
    { $n ->
        [one] 1 answer of { $id } is to words that have changed since, and does not count until it is reconfirmed: { $names }.
       *[other] { $n } answers of { $id } are to words that have changed since, and do not count until they are reconfirmed: { $names }.
    }
add-differs =
    { $n ->
        [one] { $id } has answered { $names } otherwise before. What is in the panel stays; to take the new answer, withdraw { $id } and add the file again.
       *[other] { $id } has answered { $names } otherwise before. What is in the panel stays; to take the new answers, withdraw { $id } and add the file again.
    }
add-gone =
    { $n ->
        [one] 1 review of { $id } is left out: the case has { $names } no longer.
       *[other] { $n } reviews of { $id } are left out: the case has { $names } no longer.
    }
add-unanswered =
    { $n ->
        [one] { $id } has not answered { $names }.
       *[other] { $id } has not answered { $n }: { $names }.
    }
add-nothing = { $path } is as it was: there was nothing to add.
add-mend-first = { $path } has mistakes, which come first. Nothing of it was added.
add-somebody-else = { $path }: { $id } is somebody else in the panel, with another role or other years. Nothing of it was added. Change the id in the file, in reviewers and in every review.
add-same-words = { $path }: { $id } gives the same reason for { $question }, word for word, as { $as } does in the panel. Nothing of it was added: it seems to be the same person. If it isn't, change the words that were copied.
add-no-reviews = { $path }: { $id } has no reviews in it, and was not added.
add-unchanged = { $path }: nothing of it was added: { $why }.
file-there-already = a file of that name came there meanwhile
