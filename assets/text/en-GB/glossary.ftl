## The glossary

level-low-help = Nothing known today shows that serious harm is likely.
level-medium-help = There are signs that serious harm could happen, but it is unlikely unless something changes: a home, a relationship, drink or drugs, medication.
level-high-help = There are signs of serious harm. It could happen at any time, and it would be serious.
level-very-high-help = Serious harm is about to happen: more likely than not, and soon.
glossary-plan = Risk management plan
glossary-plan-means = Who does what to keep people safe: supervision, monitoring and control, interventions and treatment, victim safety, and what happens if it stops working.
glossary-supervision = Supervision
glossary-supervision-means = How often you meet, where, and what each meeting is for.
glossary-monitoring = Monitoring and control
glossary-monitoring-means = Who watches for what, what is not allowed, and how you would come to hear of it.
glossary-interventions = Interventions and treatment
glossary-interventions-means = What may change things: programmes, treatment, help with drink, drugs, work or a home.
glossary-victims = Victim safety
glossary-victims-means = Who is kept safe, how, and who tells them.
glossary-contingency = Contingency
glossary-contingency-means = What is done if the plan stops working: who does what, by when, written for somebody who has never met the person.
glossary-cite = To cite
glossary-cite-means = To mark something that you rely on, so that it stands with its number beside what you write.
glossary-floor = Floor
glossary-floor-means = What law or safeguarding requires or forbids, whatever most reviewers would do.
glossary-drafted = Drafted review
glossary-drafted-means = A review that we wrote ourselves from published findings. It did not come from a person, and says so wherever it is shown.
glossary-luck = Luck code
glossary-luck-means = A word and four digits. With the same code and the same doings, two people meet the same chances.
