/**
 * Given names that are common among those whom the guidance is about, in both scripts. Names that are words or places as well
 * («Вера», «Лев», «Роман», “Victoria”) are left out: next to a surname they are found by the surname.
 */
export const givenNames: readonly string[] = (
  "Александр Алексей Анатолий Андрей Антон Аркадий Арсений Артём Артем Артур Аслан Ахмед Богдан Борис Вадим Валентин Валерий Василий Виктор Виталий Владимир Владислав Всеволод Вячеслав " +
  "Геннадий Георгий Герман Глеб Григорий Давид Данил Данила Даниил Денис Дмитрий Евгений Егор Захар Ибрагим Иван Игнат Игорь Илья Ильяс Камиль Кирилл Константин Леонид Магомед Макар Максим Матвей " +
  "Мурат Мурад Никита Николай Олег Павел Пётр Петр Ринат Роберт Родион Рустам Руслан Савелий Салман Святослав Семён Сергей Станислав Степан Тамерлан Тимофей Тимур Фёдор Филипп Шамиль Эдуард Эльдар Юрий Яков Ярослав " +
  "Александра Алина Алла Алёна Анастасия Ангелина Анна Валентина Валерия Василиса Вероника Галина Дарья Диана Евгения Екатерина Елена Елизавета Жанна Зарема Зинаида Инна Ирина Карина Кира Кристина Ксения " +
  "Лариса Лидия Людмила Мадина Маргарита Марина Мария Милана Наталья Наталия Нина Оксана Ольга Полина Светлана София Софья Таисия Тамара Татьяна Ульяна Юлия Яна " +
  "Aleksandr Alexander Aleksei Alexei Alexey Anatoly Andrei Andrey Anton Arkady Arseny Artem Artyom Aslan Boris Vadim Valery Vasily Viktor Vitaly Vladimir Vladislav Vsevolod Vyacheslav Gennady Georgy Gleb Grigory " +
  "Danil Daniil Denis Dmitri Dmitry Evgeny Yevgeny Yegor Egor Zakhar Ibragim Ivan Igor Ilya Kirill Konstantin Leonid Magomed Maksim Maxim Matvei Murad Nikita Nikolai Nikolay Oleg Pavel Pyotr Rinat Rustam Ruslan " +
  "Svyatoslav Semyon Sergei Sergey Stanislav Stepan Tamerlan Timofei Timur Fyodor Shamil Eduard Eldar Yuri Yury Yakov Yaroslav " +
  "Aleksandra Alexandra Alina Alyona Anastasia Angelina Valentina Veronika Galina Daria Darya Yevgenia Ekaterina Yekaterina Elena Yelena Elizaveta Zhanna Zarema Irina Karina Kristina Ksenia Larisa Lidia Lyudmila Madina " +
  "Margarita Marina Natalia Natalya Nina Oksana Olga Polina Svetlana Sofia Tamara Tatiana Tatyana Ulyana Yulia"
).split(" ");
