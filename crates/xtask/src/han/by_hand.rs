//! What the sources do not say: readings of surnames, pairs of variants that are both standard, and
//! characters that are taken for one another by their looks where drawings do not tell.

/// Readings beside those of the list of standard characters: as a surname, or a character without one.
pub(super) const READINGS: [(char, &str); 68] = [
    ('〇', "ling"),
    ('万', "wan mo"),
    ('不', "fou"),
    ('乐', "yue le"),
    ('乜', "nie"),
    ('亓', "qi"),
    ('仇', "qiu"),
    ('令', "ling"),
    ('任', "ren"),
    ('佴', "nai er"),
    ('俟', "qi"),
    ('员', "yun"),
    ('冼', "xian"),
    ('区', "ou"),
    ('单', "shan"),
    ('华', "hua"),
    ('卜', "bu"),
    ('厍', "she"),
    ('召', "shao"),
    ('句', "gou"),
    ('台', "tai"),
    ('哈', "ha"),
    ('夹', "jia ge"),
    ('宁', "ning"),
    ('宓', "mi fu"),
    ('尉', "wei yu"),
    ('庄', "zhuang"),
    ('应', "ying"),
    ('折', "she"),
    ('撒', "sa"),
    ('晟', "sheng cheng"),
    ('曾', "zeng"),
    ('朴', "piao"),
    ('查', "zha"),
    ('柏', "bai bo"),
    ('洗', "xian"),
    ('澹', "tan"),
    ('炅', "jiong gui"),
    ('燕', "yan"),
    ('牟', "mou mu"),
    ('瞿', "qu"),
    ('祭', "zhai"),
    ('种', "chong"),
    ('秘', "bi"),
    ('纪', "ji"),
    ('缪', "miao"),
    ('翟', "zhai di"),
    ('盖', "ge gai"),
    ('盛', "sheng"),
    ('相', "xiang"),
    ('莘', "shen xin"),
    ('葛', "ge"),
    ('薄', "bo"),
    ('覃', "qin tan"),
    ('解', "xie"),
    ('颉', "jie xie"),
    ('茜', "qian xi"),
    ('谌', "chen shen"),
    ('贲', "ben"),
    ('车', "che"),
    ('迟', "chi"),
    ('逄', "pang"),
    ('那', "na nuo"),
    ('郇', "xun huan"),
    ('郗', "xi chi"),
    ('重', "chong"),
    ('隗', "wei kui"),
    ('黑', "he hei"),
];

/// Forms that are read as another, where the sources have no entry or a wrong one.
pub(super) const FOLDED: &str = "\
恊协 晳皙 淸清 靑青 尙尚 愼慎 槪概 緖绪 顚颠 飮饮 喩喻 姸妍 屛屏 曁暨 甁瓶 朖朗 胷胸 燿耀 暠皓 晧皓 澔浩 乕虎
崐昆 暭皞 爗烨 瞾曌 頴颖 尅克 囍喜 嫰嫩 懃勤 旾春 楳梅 濳潜 灋法 熖焰 矦侯 緐繁 藁稿 蘂蕊 蘐萱 蕿萱 讌宴 逈迥
逺远 遯遁 雝雍 飜翻 鬰郁 驩欢 讙欢 剙创 躭耽";

/// Radicals; nobody writes one for the character, and one alone is a sign of damage.
pub(super) const NOT_FOLDED: &str = "亻冫刂勹巛忄扌攴氵犭礻衤阝艹爫牜㣺彡冖宀囗";

/// Pairs of standard characters that are variants of one another somewhere: in the first list of
/// variants of 1955, from which the list of 2013 took some back, or in common use. Whoever bears such
/// a name may be registered under either.
pub(super) const VARIANTS: &str = "\
晰皙 嗔瞋 撅噘 趟蹚 栗凓 乃迺 丫桠 巨钜 升昇 宁甯 扬飏 夹袷 曲麹 同仝 苏甦 村邨 泛氾 坤堃 奔犇 和龢 径迳 札劄
碗椀 洁絜 捍扞 哲喆 只祇 坂阪 咤吒 克剋 渺淼 欣䜣 溪谿 戮勠 钟锺 俯𫖯 资赀 专耑 线缐 绿菉 管筦 混溷 澄澂 零〇
照曌 玄伭 剪翦 圭珪 粘黏 秘祕 着著 于於 征徵 干乾 了瞭 借藉 么幺 佑祐 嵩崧 棱楞 泄渫 郄郤 邠豳 雍邕 菇菰";

/// Characters that are taken for one another, a group in each word.
pub(super) const LOOK_ALIKES: &str = "\
己已巳 未末 土士 日曰 戊戌戍戎 人入八 天夭 千干于 午牛 王玉主 大太犬 刀力刁 几凡 子孑孓
目自 白百 田由甲申 木本术 今令 冷泠 候侯 免兔 治冶 准淮 菅管 萧箫 佳住 拆折析 采釆
竟竞 毫亳 辨辩辫 荼茶 赢羸嬴 昊吴 旻昱 炎焱 凤风 呜鸣 陈阵 扬杨 宇字 季李 亭享亨 哀衷
袁表 范苑 芮苪 茹茄 罗岁 而面 历厉 厂广 乌鸟 卞卡 毋母 丁了 予矛 斤斥 尺尸户 闵闪
闫闰 冰水 永水 兰三 平乎 半羊 幸辛 旦且 直真 卓阜 早旱 昌冒 晏宴 采彩 延廷 名各 圭主
坚竖 壮状 夫失 夏复 孟盂 宜宣 宫官 富寓 少小 尚向 屯电 岑芩 崇祟 岩炭 师帅 常棠 幼幻
庆厌 弋戈 形彤 彤肜 彬彪 微徽 志忘 怡恰 思恩 慧彗 成戌 戴载 戟戴 手毛 敦孰 文交 斌武 斗头
昂昴 易昜 晃冕 晋普 晓晒 曹曾 朋明 杏杳 杜社 来耒 析祈 柳抑 栗粟 梁粱 次决 欧殴 正止
氏民 汀江 汉汊 渊洲 熙照 爱受 牧收 玥钥 珏钰 班斑 瑞端 申中 由田 甸旬 皋泉 盛威 盟盖
睿容 瞿翟 矢失 禾木 秀季 科料 竺笠 章童 童章 端瑞 素索 罕空 若苦 茂戊 荀苟 荣菜 莫奠
裴斐 衡街 覃章 言音 贤坚 超起 轩杆 辛幸 遥逍 邓郑 邢刑 邱邸 郁邮 酉西 里黑 金全 钊钓
阎阁 雨两 雪雷 震霞 霏菲 项顶 顺须 颂颁 颖颍 馨磬 高亭 黎黍 闻问间 兵乒乓 壬王 士壬
页贞员 左右石古 邵部郭 宁宇 翊翌 锦绵 秋秩 良艮 育盲 吕吴 陆际 雅稚 弘弦 璋樟 彦产
娜那 伟玮炜 妍研 婕捷
三川 专书 两再 丹彤 主五 乓岳 九刀 余荼 兄只 兔逸 具直 兼秉 兼歉 冉舟 告皓 善美 墨黛 壶壹 女汝 完院 宙审
尼民 巾布 床库 应雁 彬林 彬琳 承永 拣陈 练陈 择译 推雅 收枚 敏每 敏繁 施族 群郡 暖缓 析祁 杉林 梓辛 槐魏
气飞 沃跃 洛铭 络铭 湛甚 滔蹈 玩院 癸祭 盲肓 穆移 芒芸 芯蕊 菅营 鸟鸣 邬鸣 闯闲 闲间 陆隆 顾须 均韵 净峥 假段
未本 土工 王生 同用 泉皇 母舟 冷铃 占召 召名 君启 君吾 味咏 园图 因固 央吏 先失 准维 推维 维雄 常裳 幸辜 弋式
弦玄 昔晋 来禾 沛肺 滔稻 绝艳 荔荡 茉菜 苗菌 劳荣 览贤 竖贤 责青 辽边 那郝 郝都 雪雯 雪零 雯雷 冶怡 偷瑜 亭豪
仁仕 煦熙 羊美 笑美 暖援 暖瑗 翌翠";

/// Those that a hurried eye takes for one another, a pair in each word.
pub(super) const RATHER_ALIKES: &str = "\
世廿 菅萱 邹郡 闾阎 昊炅 皑皓 航舷 翔翱 纠红 些柴 栋炼 皓酷 罄馨 达还 奕弯 柿沛 桨梁 坚紧 第策 裕豁 轩轻
之乡 元玩 须颖 尹户 广床 所新 汨阳 怡殆 晓浇 惹若 管营 册珊 对树 康隶 煜煤 淡炎 谁雄 轩轲 做敬 发泼 邹雏
颖题 军浑 循德 航般 军库 嫣嫱 清睛 轩转 灼钧 倚奇 博缚 懒赖 耀辉 鲲鲸 住信 戟翰 犹龙 光恍 格裕 元冠 恩惠
杰热 健律 皱邹 岩石 无龙 六兴 弹强 震露 善羔 天末 崔霍 宋家 家豪 颂颜 杰然 振辰 准雄 鸥鹏 习飞 杉松 熊罴
瑞瑶 主之 孟盆 祥群 芳茂 庆应 灭炎 人以 属禹 次欣 信言 富蓄 仁他 星生 朝翰 霏霖 妍开 轮软 佩风 冠完 胜脱
信待 利秋 储诸 评语 策荣 唇晨 往行 胜腾 星景 安要 杰点 彪虚 公松 朗阴 炎谈 恭泰 享淳 徒德 福逼 叶时 拔振
辰震 举兴 轮轴 柔矛 椿楠 婕媛 鹏鹤 鸿鹄 曜曦 依农 兼谦 太庆 军珲 寸时 敏毓 位信 煜熠 中冲 张强 航船 杰烈
摄聂 明盟 薛辟 军挥 滑骨 邪雅 慑聂 雀霍 彪虎 伦偷 霖霞 禾秀 壶志 宸宽 冠宏 和程 函承 刑妍 贵遗 发废 兴典
楚足 悲菲 吾语 渴葛 姓生 睿谷 寅演 容裕 彪膨 匿若 太达 烟煜 羽翔 康逮 杰焦 鸽鹏 铠铭 瑜瑶 崩鹏 克古 泰秉
俊酸 厉厚 塑朔 学觉 倪貌 戚盛 琅琳 涵淋 井进 岚岩 微德 发拔 娟娥 宸振 庆驮 哲逝 树桦 秀透 宏容 军宾
戚茂 毅豪 冠寂 喝葛 奕迹";

/// The two characters of each word.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (char, char)> + '_ {
    text.split_whitespace().filter_map(|word| {
        let mut characters = word.chars();
        Some((characters.next()?, characters.next()?))
    })
}
