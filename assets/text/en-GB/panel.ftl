## Panels

panel-mend-first = { $scenario } has mistakes that come first. defensible check tells everything that is wrong with it.
panel-none = { $scenario } has no panel yet.
panel-built-in = { $scenario } is built in, and what is built in is never changed. Copy its folder, and name the copy.
panel-no-reviewer = { $path } has no reviewer "{ $id }".{ $near }
panel-did-you-mean = {" "}Did you mean "{ $id }"?
panel-no-decision = There is no decision "{ $id }" in this case.
panel-unchanged = { $path } is as it was: { $why }.
panel-say-yes = Nothing has changed yet. Say --yes to do it.
panel-written = { $path } is written.
panel-withdraws =
    { $n ->
        [0] { $id } goes, who has no reviews.
        [one] { $id } goes, and 1 review with them.
       *[other] { $id } goes, and { $n } reviews with them.
    }
panel-anonymises =
    { $n ->
        [one] { $id } becomes { $new }, of about { $years } years, without group or outlook; 1 review stays. Read what they wrote, and take out what only one person could have written.
       *[other] { $id } becomes { $new }, of about { $years } years, without group or outlook; { $n } reviews stay. Read what they wrote, and take out what only one person could have written.
    }
panel-nothing-stale = No review of { $id } is of other words than those of today.
panel-reconfirms =
    { $n ->
        [one] 1 review of { $id } counts again, for the words of today: { $names }.
       *[other] { $n } reviews of { $id } count again, for the words of today: { $names }.
    }

panel-title =
    { $title }: { $n ->
        [one] 1 reviewer
       *[other] { $n } reviewers
    }, { $collected ->
        [0] all of them drafted
       *[other] { $collected } of them people
    }
panel-in-short =
    { $n ->
        [0] Nothing needs doing in any of { $sheets } sheets.
        [one] In 1 of { $sheets } sheets something should be done; it stands behind a > there.
       *[other] In { $n } of { $sheets } sheets something should be done; it stands behind a > there.
    }
panel-size = { $expected } with { $n }
panel-expected = Where it was measured (Charlin and others, 2005), scores against { $n } reviewers were { $expected } reliable. { $from } to { $to } are advised.
panel-expected-more = Where it was measured (Charlin and others, 2005), scores against { $n } reviewers were { $expected } reliable; { $more }. { $from } to { $to } are advised.
panel-unexpected = With { $n } reviewers nothing is scored. Where it was measured (Charlin and others, 2005), scores were reliable to { $more }. { $from } to { $to } are advised.
panel-sheet = { $decision }/{ $situation }
panel-sheet-stale = { $decision }/{ $situation }, at other words
panel-votes =
    { $abstained ->
        [0] n = { $n }: { $votes }
       *[other] n = { $n }, and { $abstained } gave no answer: { $votes }
    }
panel-role = { $role } { $n }
panel-by-role = { $option }: { $roles }
panel-modal-share = The commonest answer has a share of { $figure }{ $interval }.
panel-consensus = Consensus { $figure }{ $interval }.
panel-displacement = Rankings agree with those of the others to { $figure }{ $interval }.
panel-interval = {" "}(in 95 of 100 draws of such a panel { $low } to { $high })
panel-lost =
    { $n ->
        [one] 1 review lies in { $decision }/{ $situation }, which the case no longer has.
       *[other] { $n } reviews lie in { $decision }/{ $situation }, which the case no longer has.
    }
panel-apart = Who stands apart
panel-apart-one = { $id } ({ $role }) earns { $mean } against the others, { $below } standard deviations less than reviewers do. Read the reasons before you think of leaving anyone out: they may be the one who is right.
panel-apart-stays = { $id } ({ $role }) earns { $mean } against the others, { $below } standard deviations less than reviewers do. In a panel this large they stay in.
panel-advice-reconfirm =
    { $n ->
        [one] Reworded since. Ask the reviewer whether they stand by it, then: defensible panel reconfirm
       *[other] Reworded since. Ask the { $n } reviewers whether they stand by it, then: defensible panel reconfirm
    }
panel-advice-more = Not scored with { $n }: find at least 5 reviewers.
panel-advice-little = Nearly everybody answers the same. Reword it so that there is something to judge, or keep it for what it teaches with scored: ShownOnly.
panel-advice-habit = Weak: { $habits } here, without any judgement. Offer an answer that the same habit would take and reviewers would not.
panel-advice-camps = Two camps. That is content for discussion, and poor for scoring: scored: ShownOnly.
panel-advice-even = Every answer has about as many votes. Reword it, or keep it for discussion: scored: ShownOnly.
panel-advice-broad = Answers lie all over. Better talked about than scored: scored: ShownOnly.
panel-advice-confusing = { $n } reviewers found it confusing. The first wrote: "{ $why }" Reword it.
panel-advice-unreal = { $n } of { $of } who said found it unrealistic. Reword it, or drop it.
panel-advice-nobody = Nobody chose "{ $option }". Reword it, so that somebody might.

## Why a panel is as it was

panel-changed-meanwhile = somebody wrote in it meanwhile. Look at what they wrote, then do it again
panel-why-cant-be-read = it can't be read. defensible check says why
panel-why-unusual = it is written in a way that can't be changed from here. Change it in an editor
panel-why-there = there is a reviewer "{ $id }" already
panel-why-nobody = there is no reviewer "{ $id }"
panel-why-reviewed = "{ $id }" has a review of { $decision }/{ $situation } already, in these words
panel-why-nothing = "{ $id }" has no review of { $decision }/{ $situation } in those words
panel-why-unwritable = the character { $code } can't be written
panel-why-went-wrong = the change would not have come out right. That is a mistake of this program; change it in an editor
panel-misfits =
    { $n ->
        [one] 1 answer of { $id } does not fit the question as it is now, and stays stale: { $names }. Ask them anew.
       *[other] { $n } answers of { $id } do not fit the questions as they are now, and stay stale: { $names }. Ask them anew.
    }
